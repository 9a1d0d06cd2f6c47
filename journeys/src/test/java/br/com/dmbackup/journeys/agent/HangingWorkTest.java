package br.com.dmbackup.journeys.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.core.catalog.Catalog;
import br.com.dmbackup.core.catalog.RunRecord;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.StatusText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup of which nothing moves any more. */
@Timeout(120)
class HangingWorkTest {
    @TempDir
    Path folder;

    @Test
    void isGivenUpToldAndTriedAgain() throws Exception {
        AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:10");
        Path mayGoOn = folder.resolve("go-on");
        Path program = folder.resolve("dump.sh");
        Files.writeString(program, "#!/bin/sh\necho 'a dump'\n[ -e '" + mayGoOn + "' ] || exec sleep 1000\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        shop.settings("""
                [database]
                engine = "command"
                command = ["%s"]
                [agent]
                drill = false
                standstill_minutes = 20
                """.formatted(program));
        try (shop) {
            shop.begin();
            await().untilAsserted(() -> assertThat(shop.status().activity().status()).as("%s", shop.status())
                    .isEqualTo(StatusText.DUMPING_AND_ARCHIVING));
            shop.minutesBeside(19);
            assertThat(shop.trouble(AgentTopic.BACKUP)).isEmpty();
            shop.minutesBeside(2);
            await().atMost(Duration.ofSeconds(20)).until(() -> shop.trouble(AgentTopic.BACKUP).isPresent());
            assertThat(shop.trouble(AgentTopic.BACKUP).orElseThrow().number()).isEqualTo("DM-704");
            Files.createFile(mayGoOn);
            shop.minutes(5);
            assertThat(shop.trouble(AgentTopic.BACKUP)).isEmpty();
            try (Catalog catalog = Catalog.open(shop.home.catalogFile(), shop.clock)) {
                assertThat(catalog.runs(9)).extracting(RunRecord::placed).containsExactly(true, false);
            }
            assertThat(shop.lost).hasValue(0);
        }
    }
}
