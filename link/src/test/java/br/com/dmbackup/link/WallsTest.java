package br.com.dmbackup.link;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The walls around the link. */
class WallsTest {
    private static final String LINK = "br.com.dmbackup.link";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("br.com.dmbackup.link");

    @Test
    void theLinkKnowsNeitherOfItsEnds() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage(LINK + "..", "br.com.dmbackup.protocol..",
                "br.com.dmbackup.core.backup..", "br.com.dmbackup.core.settings..", "br.com.dmbackup.core.policy..",
                "java..", "javax.net.ssl..", "javax.crypto..", "org.bouncycastle..", "org.jspecify..").check(CLASSES);
    }

    @Test
    void theRoomsFormNoCircle() {
        slices().matching(LINK + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        noClasses().that().resideInAPackage(LINK + ".wire..").should().dependOnClassesThat()
                .resideInAnyPackage(LINK + ".tls..", LINK + ".pairing..", LINK + ".find..").check(CLASSES);
        noClasses().that().resideInAPackage(LINK + ".find..").should().dependOnClassesThat()
                .resideInAnyPackage(LINK + ".pairing..").check(CLASSES);
    }

    @Test
    void ofBouncyCastleOnlyKeysAndPairingKnow() {
        bouncyCastleOnlyIn(LINK + ".tls..", LINK + ".pairing..").check(CLASSES);
    }

    @Test
    void theRuleSeesWhatItForbids() {
        assertThatThrownBy(() -> bouncyCastleOnlyIn(LINK + ".wire..").check(CLASSES))
                .isInstanceOf(AssertionError.class);
    }

    private static ArchRule bouncyCastleOnlyIn(String... rooms) {
        return noClasses().that().resideOutsideOfPackages(rooms).should().dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..");
    }
}
