package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.MaskedText;
import br.com.dmbackup.terminal.life.TerminalHome;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The log of a home folder: {@code state/logs/dmbackup.log}, a new file each day or at 5 MB, 30 days and 50 MB in all.
 * Personal data is masked ({@link MaskedText}). Where there is no home yet, or its log cannot be written, nothing is logged; the console never is.
 */
final class LogFile implements AutoCloseable {
    private final LoggerContext context;

    private LogFile(LoggerContext context) {
        this.context = context;
    }

    /** @param terminal whether it is the terminal's that speaks, which may live in the same home and has a log of its own */
    static LogFile ofHome(Path home, boolean terminal) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Path folder = home.resolve("state").resolve("logs");
        String settings = terminal ? TerminalHome.SETTINGS : HomeFolder.SETTINGS;
        if (Files.isRegularFile(home.resolve(settings)) && writable(home, folder)) {
            start(context, folder.resolve(terminal ? "terminal" : "dmbackup"));
        }
        return new LogFile(context);
    }

    private static boolean writable(Path home, Path folder) {
        return Files.isDirectory(folder) ? Files.isWritable(folder) : Files.isWritable(home);
    }

    private static void start(LoggerContext context, Path base) {
        MaskingEncoder encoder = new MaskingEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} [%thread] %msg%n%ex");
        encoder.start();

        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("log");
        appender.setFile(base + ".log");
        appender.setEncoder(encoder);

        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(base + ".%d{yyyy-MM-dd}.%i.log.gz");
        rolling.setMaxFileSize(FileSize.valueOf("5MB"));
        rolling.setMaxHistory(30);
        rolling.setTotalSizeCap(FileSize.valueOf("50MB"));
        rolling.start();
        appender.setRollingPolicy(rolling);
        appender.start();

        ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.INFO);
    }

    @Override
    public void close() {
        ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.OFF);
        root.detachAndStopAllAppenders();
    }
}
