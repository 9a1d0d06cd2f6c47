package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.backup.Manifest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestJsonTest {
    private static final DumpTraits SEEN = new DumpTraits(10, 20, 5, true);

    private final Manifest manifest = SampleArchives.manifest("MCDados.bak", 100, "ab".repeat(32));
    private final String written = new String(ManifestJson.write(manifest), StandardCharsets.UTF_8);

    @Test
    void whatAnotherPassSawTakesThePlaceOfWhatWasSeenBefore() {
        byte[] before = ManifestJson.write(manifest.withTraits(new DumpTraits(3, 2, 1, false)));

        byte[] after = ManifestJson.withTraits(before, manifest, SEEN);

        assertThat(after).isEqualTo(ManifestJson.write(manifest.withTraits(SEEN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"loja\": {\"caixas\": [1, 2.50, {\"é\": null}]}", "\"bytes\": 12345678901234567890123",
            "\"ratio\": 1.000", "\"traits\": {\"entropy\": 1}, \"notes\": \"a\\nb\""})
    void keysOfANewerVersionStayAsTheyStand(String unknown) {
        String newer = written.replaceFirst("\\{", "{" + unknown.replace("\\", "\\\\") + ",");

        String after = text(ManifestJson.withTraits(bytes(newer), manifest, SEEN));

        assertThat(ManifestJson.read(bytes(after))).contains(manifest.withTraits(SEEN));
        String last = unknown.replaceFirst(".*(?=\"notes\")", "");
        assertThat(after).contains(last.replace(": ", ":").replace(", ", ",")).doesNotContain("entropy");
    }

    @Test
    void keysWithinTheStoreStayToo() {
        String newer = written.replace("\"store\" : {", "\"store\" : {\"ie\": \"110042490114\",");
        assertThat(newer).isNotEqualTo(written);

        assertThat(text(ManifestJson.withTraits(bytes(newer), manifest, SEEN))).contains("\"ie\":\"110042490114\"");
    }

    @Test
    void whatCannotBeWrittenAgainIsLeftOut() {
        String newer = written.replaceFirst("\\{", "{\"x\": 1e99999999999999999999,");

        byte[] after = ManifestJson.withTraits(bytes(newer), manifest, SEEN);

        assertThat(ManifestJson.read(after)).contains(manifest.withTraits(SEEN));
    }

    @Test
    void deepNestingDoesNotMakeItManyTimesAsLong() {
        String deep = "[1,1,1,".repeat(400) + "1" + "]".repeat(400);
        String newer = written.replaceFirst("\\{", "{\"x\":" + deep + ",");

        assertThat(ManifestJson.withTraits(bytes(newer), manifest, SEEN)).hasSizeLessThan(newer.length() + 200);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
