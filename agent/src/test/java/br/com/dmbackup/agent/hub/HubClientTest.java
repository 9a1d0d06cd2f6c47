package br.com.dmbackup.agent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.hub.EnrolmentAsked;
import br.com.dmbackup.protocol.hub.TemplateValue;
import br.com.dmbackup.testkit.registry.HubDouble;
import br.com.dmbackup.testkit.registry.HubDouble.Mood;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubClientTest {
    @TempDir
    Path folder;

    private HubDouble hub;

    @BeforeEach
    void open() throws Exception {
        hub = new HubDouble(folder);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private HubClient.Enrolment enrol(String code) throws InterruptedException {
        return HubClient.enrol(hub.url(), Optional.of(hub.key.certificate()),
                new EnrolmentAsked(code, "SERVIDOR", "0.1.0"));
    }

    @Test
    void turnsACodeIntoTheStoresCredential() throws InterruptedException {
        HubClient.Enrolment enrolment = enrol(HubDouble.CODE);

        assertThat(enrolment.store().value()).isEqualTo("11222333000181");
        assertThat(enrolment.enrolled().credential()).isEqualTo(HubDouble.CREDENTIAL);
        assertThat(enrolment.client().name()).isEqualTo("Farmácia Central");
        assertThat(enrolment.client().template()).contains(new TemplateValue("agent.drill", "false"));
        assertThat(enrolment.toString()).doesNotContain(HubDouble.CREDENTIAL);
    }

    @ParameterizedTest
    @CsvSource({"BROKEN,REGISTRY_BUSY", "GARBAGE,REGISTRY_ODD", "FORGING,HUB_SIGNATURE",
            "NOT_UNDERSTANDING,REGISTRY_ODD"})
    void saysInWordsWhyNot(Mood mood, FaultCode code) {
        hub.mood(mood);

        BackupFault fault = catchThrowableOfType(BackupFault.class, () -> enrol(HubDouble.CODE));

        assertThat(fault.code()).isEqualTo(code);
        for (Language language : Language.values()) {
            assertThat(fault.text(Messages.in(language))).contains("localhost").doesNotContain("null", "{");
        }
    }

    @Test
    void takesNoStrangersCodeAndNoOtherStoresDocument() {
        assertThat(catchThrowableOfType(BackupFault.class, () -> enrol("AAAAA22222")).code())
                .isEqualTo(FaultCode.HUB_CODE_UNKNOWN);
        hub.document(
                """
                        {"cnpj":"11444777000161","issuedAt":"2026-11-23T12:00:00Z","name":"Outra","integration":"","template":[],\
                        "alerts":{"silenceMinutes":75,"failures":true}}""");
        assertThat(catchThrowableOfType(BackupFault.class, () -> enrol(HubDouble.CODE)).code())
                .isEqualTo(FaultCode.HUB_SIGNATURE);
    }

    @Test
    void tellsTheCodeToNobodyWhoseCertificateItDoesNotKnow() {
        BackupFault fault = catchThrowableOfType(BackupFault.class, () -> HubClient.enrol(hub.url(), Optional.empty(),
                new EnrolmentAsked(HubDouble.CODE, "", "0.1.0")));
        assertThat(fault.code()).isEqualTo(FaultCode.REGISTRY_CERTIFICATE);
    }
}
