package br.com.dmbackup.core.disk;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/** Functions of Linux's C library that Java has no words for, each as its page in section 2 of the manual has it. */
record SystemCalls(MethodHandle opening, MethodHandle closing, MethodHandle controlling, MethodHandle syncing) {
    /** None on other systems. */
    static final Optional<SystemCalls> HERE = find();

    private static final Charset NAMES = Charset.forName(System.getProperty("sun.jnu.encoding"));
    private static final int CLOSE_ON_EXEC = 0x80000;

    @SuppressWarnings("restricted") // their signatures were copied with care
    private static Optional<SystemCalls> find() {
        Linker linker = Linker.nativeLinker();
        SymbolLookup system = linker.defaultLookup();
        // 64-bit offsets take one register each only where a register holds them.
        if (ValueLayout.ADDRESS.byteSize() != Long.BYTES || system.find("sync_file_range").isEmpty()) {
            return Optional.empty();
        }
        var number = ValueLayout.JAVA_INT;
        var offset = ValueLayout.JAVA_LONG;
        var third = Linker.Option.firstVariadicArg(2);
        return Optional.of(new SystemCalls(
                linker.downcallHandle(system.findOrThrow("open"),
                        FunctionDescriptor.of(number, ValueLayout.ADDRESS, number), third),
                linker.downcallHandle(system.findOrThrow("close"), FunctionDescriptor.of(number, number)),
                linker.downcallHandle(system.findOrThrow("fcntl"),
                        FunctionDescriptor.of(number, number, number, number), third),
                linker.downcallHandle(system.findOrThrow("sync_file_range"),
                        FunctionDescriptor.of(number, number, offset, offset, number))));
    }

    /** Opens a file for reading; less than 0 when it cannot be. */
    int open(Path file) {
        byte[] name = file.toString().getBytes(NAMES);
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment ended = memory.allocate(name.length + 1L).copyFrom(MemorySegment.ofArray(name));
            return (int) opening.invokeExact(ended, CLOSE_ON_EXEC);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void close(int descriptor) {
        try {
            int ignored = (int) closing.invokeExact(descriptor);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@code fcntl}; whether it succeeded. */
    boolean control(int descriptor, int command, int argument) {
        try {
            return (int) controlling.invokeExact(descriptor, command, argument) == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@code sync_file_range} of the whole file; whether it succeeded. */
    boolean syncRange(int descriptor, int flags) {
        try {
            return (int) syncing.invokeExact(descriptor, 0L, 0L, flags) == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
