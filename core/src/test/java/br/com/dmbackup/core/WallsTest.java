package br.com.dmbackup.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The walls between core's rooms. A room that is not there yet is no failure (so each rule allows to find nothing); a
 * room that nobody has given a place here is.
 */
class WallsTest {
    private static final String CORE = "br.com.dmbackup.core.";
    private static final String VERB = "verb";
    private static final List<String> VERBS = List.of("run", "deliver", "restore", "verify", "drill", "expire", "adopt",
            "rebuild", "report");
    /** Each room, and the rooms that it may see. Verbs may see one another, as long as there is no circle. */
    private static final Map<String, List<String>> MAY_SEE = Map.ofEntries(entry("backup", List.of()),
            entry("disk", List.of()),
            entry("settings", List.of("backup")), entry("program", List.of("backup")),
            entry("archive", List.of("settings", "disk", "backup")),
            entry("engine", List.of("settings", "disk", "backup")),
            entry("destination", List.of("settings", "disk", "backup")),
            entry("policy", List.of("engine", "archive", "destination", "backup")),
            entry("catalog", List.of("policy", "engine", "archive", "destination", "settings", "backup")),
            entry("installation",
                    List.of("catalog", "policy", "engine", "archive", "destination", "settings", "backup")),
            entry(VERB, List.of("run", "deliver", "restore", "verify", "drill", "expire", "adopt", "rebuild",
                    "report", "installation", "catalog", "policy", "engine", "archive", "destination", "settings",
                    "disk", "backup")));
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("br.com.dmbackup.core");

    @Test
    void dependenciesRunDownwardsOnly() {
        for (String room : rooms(CLASSES)) {
            inward(room).check(CLASSES);
        }
    }

    @Test
    void thereAreNoCircles() {
        slices().matching(CORE + "(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void everyRoomHasItsPlace() {
        assertThat(rooms(CLASSES)).allMatch(room -> VERBS.contains(room) || MAY_SEE.containsKey(room));
    }

    @Test
    void everyRoomIntroducesItselfAndKnowsNoNull() {
        for (String room : CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet())) {
            assertThat(CLASSES.getPackage(room).tryGetPackageInfo()).as("package-info of %s", room)
                    .hasValueSatisfying(info -> assertThat(info.isAnnotatedWith(NullMarked.class)).isTrue());
        }
    }

    @Test
    void nobodyAsksTheTimeOrSleeps() {
        ruleOfTime().check(CLASSES);
    }

    @Test
    void onlyTheSettingsFileKnowsToml() {
        only("settings.SettingsFile", "org.tomlj..").check(CLASSES);
    }

    @Test
    void onlyTheCatalogKnowsSql() {
        noClasses().that().resideOutsideOfPackage(CORE + "catalog..").should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.flywaydb..", "org.sqlite..")
                .allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void coreKnowsNoScreensAndNoHttp() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..", "java.net.http..",
                "com.sun.net.httpserver..", "picocli..").allowEmptyShould(true).check(CLASSES);
    }

    /** The rules themselves can fail: this test class does what they forbid. */
    @Test
    void theRulesSeeWhatTheyForbid() {
        JavaClasses guilty = new ClassFileImporter().importClasses(Guilty.class);
        assertThat(Guilty.now()).isNotNull();
        assertThatThrownBy(() -> ruleOfTime().check(guilty)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> only("settings.Other", "org.tomlj..").check(CLASSES))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> outward("destination", List.of("settings")).check(CLASSES))
                .isInstanceOf(AssertionError.class);
    }

    private static ArchRule inward(String room) {
        return outward(room, MAY_SEE.getOrDefault(VERBS.contains(room) ? VERB : room, List.of()));
    }

    private static ArchRule outward(String room, List<String> allowed) {
        return noClasses().that().resideInAPackage(CORE + room + "..").should()
                .dependOnClassesThat(describe("reside in another room than " + allowed, target -> {
                    String other = roomOf(target);
                    return !other.isEmpty() && !other.equals(room) && !allowed.contains(other);
                })).allowEmptyShould(true);
    }

    private static ArchRule only(String owner, String packages) {
        return noClasses().that().haveNameNotMatching((CORE + owner).replace(".", "\\.") + "(\\$.*)?").should()
                .dependOnClassesThat().resideInAPackage(packages).allowEmptyShould(true);
    }

    /** Nobody but the one source of monotonic time, which others are handed. */
    private static ArchRule ruleOfTime() {
        return noClasses().that().doNotHaveSimpleName("SystemMonotonicSource").should()
                .callMethodWhere(describe("asks the time or sleeps", WallsTest::asksTheTimeOrSleeps))
                .allowEmptyShould(true);
    }

    private static boolean asksTheTimeOrSleeps(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        boolean withoutClock = call.getTarget().getRawParameterTypes().isEmpty();
        return (owner.startsWith("java.time.") && method.equals("now") && withoutClock)
                || (owner.equals("java.lang.System") && Set.of("currentTimeMillis", "nanoTime").contains(method))
                || (owner.equals("java.lang.Thread") && method.equals("sleep"));
    }

    private static Set<String> rooms(JavaClasses classes) {
        return classes.stream().map(WallsTest::roomOf).collect(Collectors.toSet());
    }

    /** {@code policy} for anything in {@code br.com.dmbackup.core.policy}; empty outside of core. */
    private static String roomOf(JavaClass type) {
        return type.getPackageName().startsWith(CORE)
                ? Arrays.asList(type.getPackageName().substring(CORE.length()).split("\\.")).getFirst()
                : "";
    }

    private static final class Guilty {
        static Instant now() {
            return Instant.now();
        }
    }
}
