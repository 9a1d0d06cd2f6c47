package br.com.dmbackup.demo;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** In which kind of database the pharmacy is. */
enum DemoEngine {
    SQLITE(200L << 20) {
        @Override
        Pharmacy pharmacy(DemoFolder folder, Clock clock) {
            return new SqlitePharmacy(folder);
        }
    },
    /** Its server lives in the memory of this program, so it is a small one. */
    SQLSERVER(16L << 20) {
        @Override
        Pharmacy pharmacy(DemoFolder folder, Clock clock) {
            return new SqlServerPharmacy(folder, clock);
        }
    };

    private final long usualBytes;

    DemoEngine(long usualBytes) {
        this.usualBytes = usualBytes;
    }

    long usualBytes() {
        return usualBytes;
    }

    /** @param clock the demo's, in the store's zone */
    abstract Pharmacy pharmacy(DemoFolder folder, Clock clock);

    /** The engine's word, as in the settings. */
    static final class Word implements ITypeConverter<DemoEngine> {
        @Override
        public DemoEngine convert(String text) {
            return Arrays.stream(values()).filter(engine -> engine.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst().orElseThrow(() -> new TypeConversionException(text));
        }
    }
}
