package br.com.dmbackup.terminal.vault;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The vault's own walls: it knows no network, no time that can be set, and no word by which a server could take away. */
class VaultWallsTest {
    private static final String VAULT = "br.com.dmbackup.terminal.vault";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(VAULT);

    @Test
    void knowsNoNetwork() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.net..", "javax.net..", "java.net.http..",
                "br.com.dmbackup.link..", "br.com.dmbackup.terminal.receiver..", "br.com.dmbackup.terminal.life..")
                .check(CLASSES);
    }

    @Test
    void roomsDoNotRunInCircles() {
        slices().matching(VAULT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        noClasses().that().resideInAPackage(VAULT + ".*..").should().dependOnClassesThat().resideInAPackage(VAULT)
                .check(CLASSES);
    }

    @Test
    void protectionKnowsNoClockThatCanBeSet() {
        noClasses().that().resideInAPackage(VAULT + ".protection..").should().dependOnClassesThat()
                .areAssignableTo(Instant.class).check(CLASSES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").orShould()
                .callMethod(System.class, "nanoTime").orShould().callMethod(Instant.class, "now").check(CLASSES);
    }

    @Test
    void aServerHasNoWordForTakingAway() {
        assertThat(Arrays.stream(StoreVault.class.getMethods()).map(method -> method.getName())
                .collect(Collectors.toSet())).containsExactlyInAnyOrder("pairing", "missing", "put", "commit", "list",
                        "open", "space", "keepSettings", "settings");
        assertThat(StoreKeeping.class.isAssignableFrom(StoreVault.class)).isFalse();
    }

    @Test
    void everyRoomIntroducesItselfAndKnowsNoNull() {
        for (String room : CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet())) {
            assertThat(CLASSES.getPackage(room).tryGetPackageInfo()).as("package-info of %s", room)
                    .hasValueSatisfying(info -> assertThat(info.isAnnotatedWith(NullMarked.class)).isTrue());
        }
    }
}
