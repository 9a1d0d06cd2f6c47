package br.com.dmbackup.agent.notify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The walls around messages. */
class WallsTest {
    private static final String NOTIFY = "br.com.dmbackup.agent.notify";
    private static final JavaClasses AGENT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("br.com.dmbackup.agent");

    @Test
    void onlyThoseWhoCallOtherMachinesKnowMailAndHttpClients() {
        onlyIn(NOTIFY + ".channel..", "br.com.dmbackup.agent.registry..", "br.com.dmbackup.agent.hub..",
                "br.com.dmbackup.agent.net..").check(AGENT);
    }

    @Test
    void theRuleSeesWhatItForbids() {
        assertThatThrownBy(() -> onlyIn(NOTIFY + ".message..").check(AGENT)).isInstanceOf(AssertionError.class);
    }

    @Test
    void theRoomsOfMessagesFormNoCircle() {
        slices().matching(NOTIFY + ".(*)..").should().beFreeOfCycles().check(AGENT);
        noClasses().that().resideInAnyPackage(NOTIFY + ".message..", NOTIFY + ".channel..", NOTIFY + ".opening..")
                .should().dependOnClassesThat().resideInAPackage(NOTIFY).check(AGENT);
    }

    private static ArchRule onlyIn(String... rooms) {
        return noClasses().that().resideOutsideOfPackages(rooms).should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "java.net.http..");
    }
}
