package br.com.dmbackup.bench.data;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.List;

/** The text of a {@code COPY … FROM STDIN} on its way through psql; closing waits for psql's good end. */
final class CopyIn extends FilterOutputStream {
    private final Process psql;

    private CopyIn(Process psql) {
        super(psql.getOutputStream());
        this.psql = psql;
    }

    static CopyIn start(List<String> command) throws IOException {
        return new CopyIn(new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        super.close();
        try {
            if (psql.waitFor() != 0) {
                throw new IOException("psql ended with " + psql.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
