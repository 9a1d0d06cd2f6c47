package br.com.dmbackup.cli.agent;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.disk.SmallDisk;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    @Test
    void onAFullDiskTheAgentLivesWithoutItAndOpensItOnceThereIsRoom(@TempDir Path folder) throws Exception {
        try (SmallDisk disk = SmallDisk.on(folder.resolve("disco"), 256)) {
            Home home = new Home(Files.createDirectories(disk.folder().resolve("casa")));
            home.prepare();
            disk.fillUpTo(0);
            OpenApi api = new OpenApi(door(home), () -> new MonotonicStamp("boot", System.nanoTime()));
            try (api) {
                api.open(nobodyAsks());
                assertThat(api.fault()).hasValueSatisfying(
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.HOME_NOT_WRITABLE));
                Files.delete(disk.folder().resolve("ballast.bin"));
                api.tryAgain();
                assertThat(api.fault()).isEmpty();
                assertThat(new AgentFiles(home).address()).exists();
            }
            assertThat(new AgentFiles(home).address()).doesNotExist();
        }
    }

    private static HomeDoor door(Home home) {
        return strict(HomeDoor.class, home);
    }

    private static AgentDesk nobodyAsks() {
        return strict(AgentDesk.class, "");
    }

    private static <T> T strict(Class<T> type, Object home) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "home" -> home;
                    case "clock" -> InstantSource.system();
                    default -> throw new AssertionError(method);
                }));
    }
}
