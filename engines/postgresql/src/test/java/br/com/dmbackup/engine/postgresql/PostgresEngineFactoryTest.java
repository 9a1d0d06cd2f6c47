package br.com.dmbackup.engine.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.settings.SettingsSection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostgresEngineFactoryTest {
    @Test
    void readsItsSectionAndTakesTheDatabasesNameFromTheDumps() {
        Section section = new Section(Map.of("user", "loja"));
        try (DatabaseEngine engine = new PostgresEngineFactory().configure(section, "MCDados", Checkpoint.NONE)
                .apply(Clock.systemUTC())) {
            assertThat(engine.kind()).isEqualTo("postgresql");
            assertThat(engine.databaseName()).isEqualTo("MCDados");
        }
    }

    private record Section(Map<String, String> values) implements SettingsSection {
        @Override
        public String text(String key) {
            return values.getOrDefault(key, "");
        }

        @Override
        public Optional<String> optionalText(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public Path path(String key) {
            return Path.of(text(key));
        }

        @Override
        public Path path(String key, String text) {
            return Path.of(text);
        }

        @Override
        public List<String> texts(String key) {
            throw new AssertionError(key);
        }

        @Override
        public long integer(String key, long otherwise, long min, long max) {
            return otherwise;
        }

        @Override
        public boolean flag(String key, boolean otherwise) {
            return otherwise;
        }

        @Override
        public String choice(String key, String otherwise, List<String> words) {
            return otherwise;
        }

        @Override
        public Optional<Secret> optionalSecret(String key) {
            return Optional.empty();
        }

        @Override
        public void problem(String key, String messageKey, Object... arguments) {
            throw new AssertionError(key + " " + messageKey);
        }
    }
}
