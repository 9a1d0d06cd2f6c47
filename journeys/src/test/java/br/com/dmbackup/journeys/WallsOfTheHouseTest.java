package br.com.dmbackup.journeys;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls between the modules, and what holds in every room of the house. */
class WallsOfTheHouseTest {
    private static final String HOUSE = "br.com.dmbackup.";
    private static final Set<String> EMPTY_NAMES = Set.of("Util", "Utils", "Helper", "Manager", "Common", "Impl");
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("br.com.dmbackup")
            .that(DescribedPredicate.not(DescribedPredicate.describe("test tools",
                    type -> type.getPackageName().startsWith(HOUSE + "testkit")
                            || type.getPackageName().startsWith(HOUSE + "journeys"))));

    @Test
    void theHouseIsSeenWhole() {
        assertThat(
                PRODUCT.stream().map(type -> type.getPackageName().substring(HOUSE.length()).replaceFirst("\\..*", ""))
                        .collect(Collectors.toSet()))
                .contains("protocol", "core", "engine", "destination", "client", "agent", "desktop", "cli", "demo");
    }

    @Test
    void theClientSeesTheProtocolAlone() {
        classes().that().resideInAPackage(HOUSE + "client..").should().onlyDependOnClassesThat()
                .resideInAnyPackage(HOUSE + "client..", HOUSE + "protocol..", "java..", "javax.crypto..",
                        "org.jspecify..")
                .check(PRODUCT);
    }

    @Test
    void theWindowsSeeTheProtocolAndItsClientAlone() {
        classes().that().resideInAPackage(HOUSE + "desktop..").should().onlyDependOnClassesThat()
                .resideInAnyPackage(HOUSE + "desktop..", HOUSE + "client..", HOUSE + "protocol..", "java..",
                        "javax.swing..", "javax.accessibility..", "com.formdev.flatlaf..", "net.miginfocom..",
                        "org.bouncycastle.crypto..", "org.jspecify..")
                .check(PRODUCT);
    }

    @Test
    void theRoomsOfTheWindowsFormNoCircle() {
        slices().matching(HOUSE + "desktop.(*)..").should().beFreeOfCycles().check(PRODUCT);
        noClasses().that().resideInAPackage(HOUSE + "desktop.*..").should().dependOnClassesThat()
                .resideInAPackage(HOUSE + "desktop").check(PRODUCT);
    }

    @Test
    void theAgentKnowsNoCommandAndNoAdapter() {
        noClasses().that().resideInAPackage(HOUSE + "agent..").should().dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "cli..", HOUSE + "engine..", HOUSE + "destination..", HOUSE + "client..",
                        HOUSE + "service..", HOUSE + "demo..")
                .check(PRODUCT);
    }

    @Test
    void onlyTheLocalApiKnowsHttp() {
        noClasses().that().resideInAPackage(HOUSE + "agent..").and().resideOutsideOfPackage(HOUSE + "agent.api..")
                .should().dependOnClassesThat().resideInAPackage("com.sun.net.httpserver..").check(PRODUCT);
    }

    @Test
    void theTwoEndsOfTheLinkDoNotKnowEachOther() {
        noClasses().that().resideInAPackage(HOUSE + "link..").should().dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "terminal..", HOUSE + "destination..").check(PRODUCT);
        noClasses().that().resideInAPackage(HOUSE + "destination.terminal..").should().dependOnClassesThat()
                .resideInAPackage(HOUSE + "terminal..").check(PRODUCT);
        noClasses().that().resideInAPackage(HOUSE + "terminal..").should().dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "destination..", HOUSE + "agent..", HOUSE + "cli..", HOUSE + "engine..")
                .check(PRODUCT);
        noClasses().that().resideInAPackage(HOUSE + "terminal.vault..").should().dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "terminal.life..", HOUSE + "terminal.receiver..", HOUSE + "link..")
                .check(PRODUCT);
        noClasses().that().resideInAPackage(HOUSE + "terminal.receiver..").should().dependOnClassesThat()
                .resideInAPackage(HOUSE + "terminal.life..").check(PRODUCT);
    }

    @Test
    void protocolKnowsNobody() {
        classes().that().resideInAPackage(HOUSE + "protocol..").should().onlyDependOnClassesThat()
                .resideInAnyPackage(HOUSE + "protocol..", "java..", "org.jspecify..").check(PRODUCT);
    }

    @Test
    void coreKnowsNoAdapterAndNoCommand() {
        noClasses().that().resideInAPackage(HOUSE + "core..").should().dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "engine..", HOUSE + "destination..", HOUSE + "cli..", HOUSE + "demo..")
                .check(PRODUCT);
    }

    @Test
    void adaptersKnowTheStageTheyServeAndNotEachOther() {
        noClasses().that().resideInAPackage(HOUSE + "engine..").should().dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "core.archive..", HOUSE + "core.destination..", HOUSE + "core.catalog..",
                        HOUSE + "destination..", HOUSE + "cli..")
                .check(PRODUCT);
        // The backup terminal takes archives block by block, as they are encoded.
        noClasses().that().resideInAPackage(HOUSE + "destination..").should()
                .dependOnClassesThat(DescribedPredicate.describe("archives", type -> type.getPackageName()
                        .startsWith(HOUSE + "core.archive") && !type.getName().contains(".EncodedArchive")))
                .check(PRODUCT);
        noClasses().that().resideInAPackage(HOUSE + "destination.folder..").should().dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "core.archive..", HOUSE + "destination.terminal..", HOUSE + "link..")
                .check(PRODUCT);
        noClasses().that().resideInAPackage(HOUSE + "destination..").should().dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "core.engine..", HOUSE + "core.catalog..",
                        HOUSE + "engine..", HOUSE + "cli..")
                .check(PRODUCT);
    }

    /** Besides it the assistant, which knows how each is addressed, and the rooms for one adapter's own verbs. */
    @Test
    void onlyTheCompositionRootNamesAdapters() {
        noClasses().that().resideInAPackage(HOUSE + "cli..").and().doNotHaveSimpleName("Composition").and()
                .resideOutsideOfPackages(HOUSE + "cli.init..", HOUSE + "cli.sqlserver..",
                        HOUSE + "cli.terminal..")
                .should().dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "engine..", HOUSE + "destination..").check(PRODUCT);
    }

    @Test
    void theInsidesOfTheArchiveStayInside() {
        noClasses().that().resideOutsideOfPackage(HOUSE + "core.archive..").should().dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "core.archive.zip..").check(PRODUCT);
        // The backup terminal makes archives of blocks that it was given.
        noClasses().that().resideOutsideOfPackages(HOUSE + "core.archive..", HOUSE + "terminal.vault..").should()
                .dependOnClassesThat().resideInAnyPackage(HOUSE + "core.archive.block..").check(PRODUCT);
    }

    @Test
    void theRoomsOfTheLargestEngineFormNoCircle() {
        slices().matching(HOUSE + "engine.sqlserver.(*)..").should().beFreeOfCycles().check(PRODUCT);
        noClasses().that().resideInAPackage(HOUSE + "engine.sqlserver.*..").should().dependOnClassesThat()
                .resideInAPackage(HOUSE + "engine.sqlserver").check(PRODUCT);
    }

    @Test
    void theRoomsOfTheAgentFormNoCircle() {
        slices().matching(HOUSE + "agent.(*)..").should().beFreeOfCycles().check(PRODUCT);
        noClasses().that().resideInAPackage(HOUSE + "agent").should().dependOnClassesThat()
                .resideInAPackage(HOUSE + "agent.*..").check(PRODUCT);
    }

    @Test
    void nobodyReadsTheSystemsClockOrSleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).orShould()
                .callMethod(System.class, "currentTimeMillis").orShould()
                .callMethod(java.time.Instant.class, "now").orShould().callMethod(java.time.LocalDateTime.class, "now")
                .check(PRODUCT);
    }

    @Test
    void everyRoomIntroducesItselfAndKnowsNoNull() {
        for (String room : PRODUCT.stream().map(JavaClass::getPackageName).collect(Collectors.toSet())) {
            assertThat(PRODUCT.getPackage(room).tryGetPackageInfo()).as("package-info of %s", room)
                    .hasValueSatisfying(info -> assertThat(info.isAnnotatedWith(NullMarked.class)).isTrue());
        }
    }

    @Test
    void namesSaySomething() {
        Pattern empty = Pattern.compile(".*(" + String.join("|", EMPTY_NAMES) + ")");
        assertThat(PRODUCT.stream().map(JavaClass::getSimpleName)).noneMatch(name -> empty.matcher(name).matches());
    }
}
