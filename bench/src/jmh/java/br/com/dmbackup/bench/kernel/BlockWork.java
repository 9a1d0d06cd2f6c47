package br.com.dmbackup.bench.kernel;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.BlockProof;
import br.com.dmbackup.core.archive.block.Crc32Sum;
import br.com.dmbackup.core.archive.block.Fingerprint;
import br.com.dmbackup.core.archive.block.Fingerprinting;
import br.com.dmbackup.core.archive.block.NotProvenException;
import br.com.dmbackup.core.archive.block.PageCdc;
import br.com.dmbackup.core.archive.block.Sha256;
import br.com.dmbackup.core.archive.deflate.Deflate;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is done to one block of a page file; the next call takes the next block. */
@State(Scope.Thread)
public class BlockWork {
    private static final int LONGEST = 1 << 20;

    private final Fingerprinting fingerprinting = new Fingerprinting();
    private final MessageDigest sha = Sha256.create();
    private final Deflate deflate = new Deflate();
    private final BlockEncoder encoder = new BlockEncoder(LONGEST);
    private final BlockProof proof = new BlockProof();
    private final byte[] digest = new byte[32];
    private final byte[] plain = new byte[LONGEST];
    private final byte[] target = new byte[Block.maximumEncodedBytes(LONGEST)];
    private final List<Fingerprint> prints = new ArrayList<>();
    private final List<byte[]> encoded = new ArrayList<>();

    private byte[] pages = {};
    private int[] cuts = {0};
    private int next;

    @Setup
    public void cutAndEncode() throws NotProvenException {
        pages = Pages.read();
        cuts = Pages.cuts(pages, new PageCdc(0));
        for (int i = 0; i < cuts.length - 1; i++) {
            Fingerprint print = fingerprinting.of(pages, cuts[i], cuts[i + 1] - cuts[i]);
            Block block = encoder.encode(print, pages, cuts[i]);
            prints.add(print);
            encoded.add(Arrays.copyOf(encoder.encoded(), block.encodedBytes()));
        }
    }

    private int take() {
        int number = next;
        next = (next + 1) % prints.size();
        return number;
    }

    private int take(BytesDone done) {
        int number = take();
        done.bytes += length(number);
        return number;
    }

    private int length(int number) {
        return cuts[number + 1] - cuts[number];
    }

    @Benchmark
    public int sha256(BytesDone done) throws DigestException {
        int number = take(done);
        sha.update(pages, cuts[number], length(number));
        return sha.digest(digest, 0, digest.length);
    }

    @Benchmark
    public Fingerprint fingerprint(BytesDone done) {
        int number = take(done);
        return fingerprinting.of(pages, cuts[number], length(number));
    }

    /** Instead of a second look at the bytes. */
    @Benchmark
    public int combineCrc32() {
        int number = take();
        var sum = new Crc32Sum();
        sum.append(prints.get(next).crc32(), length(next));
        sum.append(prints.get(number).crc32(), length(number));
        return sum.value();
    }

    @Benchmark
    public int deflate(BytesDone done) {
        int number = take(done);
        System.arraycopy(pages, cuts[number], plain, 0, length(number));
        return deflate.encode(plain, length(number), target);
    }

    @Benchmark
    public Block deflateAndProve(BytesDone done) throws NotProvenException {
        int number = take(done);
        return encoder.encode(prints.get(number), pages, cuts[number]);
    }

    @Benchmark
    public boolean prove(BytesDone done) {
        int number = take(done);
        byte[] bytes = encoded.get(number);
        return proof.holds(bytes, 0, bytes.length, pages, cuts[number], prints.get(number));
    }
}
