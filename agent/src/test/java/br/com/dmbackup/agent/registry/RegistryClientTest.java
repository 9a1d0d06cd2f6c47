package br.com.dmbackup.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.registry.AddressAnswer;
import br.com.dmbackup.protocol.registry.AddressReport;
import br.com.dmbackup.protocol.registry.RegistryPath;
import br.com.dmbackup.testkit.registry.RegistryDouble;
import br.com.dmbackup.testkit.registry.RegistryDouble.Mood;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryClientTest {
    private static final Cnpj STORE = Cnpj.parse("11.222.333/0001-81").orElseThrow();
    private static final AddressReport REPORT = new AddressReport(List.of("192.168.0.9"), "SERVIDOR \"1\"", "9.9.9");

    @TempDir
    Path folder;

    private RegistryDouble registry;

    @BeforeEach
    void open() throws Exception {
        registry = new RegistryDouble(folder);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void asksAtTheContractsPath() {
        assertThat(RegistryPath.address(STORE)).isEqualTo(RegistryDouble.PATH);
    }

    @Test
    void registersWhereTheStoreIsAndReadsItBack() throws InterruptedException {
        assertThat(client().address()).isEqualTo(new AddressAnswer(Optional.empty(), "203.0.113.7"));
        AddressAnswer answer = client().register(REPORT);
        assertThat(registry.taken).singleElement().satisfies(body -> assertThat(body).contains("\"192.168.0.9\"",
                "SERVIDOR \\\"1\\\"", "\"programVersion\":\"9.9.9\""));
        assertThat(answer.registered().orElseThrow().since()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(client().address()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"REFUSING,REGISTRY_REFUSED", "STRANGE_STORE,REGISTRY_STORE_UNKNOWN", "BROKEN,REGISTRY_BUSY",
            "SILENT,REGISTRY_UNREACHABLE", "GARBAGE,REGISTRY_ODD", "HALF,REGISTRY_ODD", "ELSEWHERE,REGISTRY_ODD"})
    void saysInWordsWhyNot(Mood mood, FaultCode code) {
        registry.mood(mood);
        BackupFault fault = fault(client());
        assertThat(fault.code()).isEqualTo(code);
        assertThat(registry.taken).isEmpty();
        for (Language language : Language.values()) {
            assertThat(fault.text(Messages.in(language))).contains("localhost").doesNotContain("null", "{");
        }
        assertThat(fault.toString() + fault.getCause()).doesNotContain(RegistryDouble.CREDENTIAL);
    }

    @Test
    void tellsTheCredentialToNobodyWhoseCertificateItDoesNotKnow() {
        RegistrySettings unknown = settings("localhost", RegistryDouble.CREDENTIAL, Optional.empty());
        assertThat(fault(new RegistryClient(unknown, STORE)).code()).isEqualTo(FaultCode.REGISTRY_CERTIFICATE);
        RegistrySettings otherName = settings("127.0.0.1", RegistryDouble.CREDENTIAL,
                Optional.of(registry.key.certificate()));
        assertThat(fault(new RegistryClient(otherName, STORE)).code()).isEqualTo(FaultCode.REGISTRY_CERTIFICATE);
        RegistrySettings noFile = settings("localhost", RegistryDouble.CREDENTIAL,
                Optional.of(folder.resolve("nada.pem")));
        assertThat(fault(new RegistryClient(noFile, STORE)).code()).isEqualTo(FaultCode.REGISTRY_CERTIFICATE);
        assertThat(registry.taken).isEmpty();
    }

    @Test
    void isRefusedWithAnotherCredentialAndGivesUpWhereNobodyListens() {
        assertThat(fault(new RegistryClient(settings("localhost", "outra", Optional.of(registry.key.certificate())),
                STORE)).code()).isEqualTo(FaultCode.REGISTRY_REFUSED);
        URI nobody = registry.url("localhost");
        registry.close();
        RegistrySettings gone = new RegistrySettings(true, Optional.of(nobody), secret("x"),
                Optional.of(registry.key.certificate()), Optional.empty());
        assertThat(fault(new RegistryClient(gone, STORE)).code()).isEqualTo(FaultCode.REGISTRY_UNREACHABLE);
    }

    private RegistryClient client() {
        return new RegistryClient(
                settings("localhost", RegistryDouble.CREDENTIAL, Optional.of(registry.key.certificate())), STORE,
                Duration.ofSeconds(2));
    }

    private RegistrySettings settings(String host, String credential, Optional<Path> certificate) {
        return new RegistrySettings(true, Optional.of(registry.url(host)), secret(credential), certificate,
                Optional.empty());
    }

    private static Optional<Secret> secret(String text) {
        return Optional.of(new Secret(text.toCharArray()));
    }

    private static BackupFault fault(RegistryClient client) {
        return catchThrowableOfType(BackupFault.class, () -> client.register(REPORT));
    }
}
