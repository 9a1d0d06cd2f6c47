package br.com.dmbackup.bench.kernel;

import br.com.dmbackup.core.archive.block.Chunker;
import br.com.dmbackup.core.archive.block.FastCdc;
import br.com.dmbackup.core.archive.block.PageCdc;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finds one block's end. */
@State(Scope.Thread)
public class Cutting {
    @Param({"PageCdc", "FastCdc"})
    public String way = "";

    private byte[] pages = {};
    private Chunker chunker = new FastCdc();
    private int at;

    @Setup
    public void read() {
        pages = Pages.read();
        chunker = way.equals("PageCdc") ? new PageCdc(0) : new FastCdc();
    }

    @Benchmark
    public int cut(BytesDone done) {
        int length = chunker.nextLength(pages, at, pages.length);
        at += length;
        if (at >= pages.length) {
            at = 0;
        }
        done.bytes += length;
        return length;
    }

}
