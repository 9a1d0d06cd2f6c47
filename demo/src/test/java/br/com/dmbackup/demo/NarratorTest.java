package br.com.dmbackup.demo;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.cli.Surroundings.Screen;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NarratorTest {
    @ParameterizedTest
    @EnumSource
    void keepsWithinTheScreen(Language language) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(heard, true, StandardCharsets.UTF_8);
        Narrator narrator = new Narrator(new Screen(InputStream.nullInputStream(), out, out, false, 60),
                Messages.in(language, "br.com.dmbackup.demo.texts"), 3);
        narrator.chapter(LocalTime.of(9, 30), "demo.damage", "dmbackup-demo/Terminal/MCBkp/10h/MCDados.zip");
        narrator.chapter(LocalTime.of(10, 30), "demo.drill");
        String text = heard.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("── 1/3 ── 09:30 ─", "── 2/3 ── 10:30 ─");
        assertThat(text.lines()).allMatch(line -> line.length() < 60).hasSizeGreaterThan(10);
    }
}
