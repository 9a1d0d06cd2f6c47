package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.MaskedText;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;

/** Writes the log's lines without what could be somebody's: drivers quote rows in their messages. */
final class MaskingEncoder extends PatternLayoutEncoder {
    @Override
    public byte[] encode(ILoggingEvent event) {
        return MaskedText.of(getLayout().doLayout(event)).getBytes(StandardCharsets.UTF_8);
    }
}
