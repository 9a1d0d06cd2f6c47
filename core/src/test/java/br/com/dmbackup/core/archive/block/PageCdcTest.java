package br.com.dmbackup.core.archive.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageCdcTest {
    private static final int PAGE = PageCdc.PAGE_BYTES;

    private static List<Integer> lengths(byte[] bytes) {
        return FastCdcTest.lengths(new PageCdc(0), bytes);
    }

    @Test
    void cutsOnlyWherePagesEndAndWithinItsBounds() {
        byte[] dump = FastCdcTest.generated(5, 3000 * PAGE + 100);
        List<Integer> lengths = lengths(dump);
        assertThat(lengths.stream().mapToInt(Integer::intValue).sum()).isEqualTo(dump.length);
        List<Integer> whole = lengths.subList(0, lengths.size() - 1);
        assertThat(whole).allMatch(length -> length % PAGE == 0 && length >= 16 * PAGE && length <= 128 * PAGE);
        assertThat(whole.stream().mapToInt(Integer::intValue).average().orElse(0)).isBetween(30.0 * PAGE, 60.0 * PAGE);
    }

    @Test
    void findsItsCutsAgainBehindPagesThatCameOrWent() {
        byte[] dump = FastCdcTest.generated(6, 2000 * PAGE);
        var later = new byte[dump.length + 7 * PAGE];
        System.arraycopy(dump, 0, later, 0, 100 * PAGE);
        System.arraycopy(FastCdcTest.generated(7, 7 * PAGE), 0, later, 100 * PAGE, 7 * PAGE);
        System.arraycopy(dump, 100 * PAGE, later, 107 * PAGE, dump.length - 100 * PAGE);
        Set<Integer> before = ends(dump, 0);
        Set<Integer> after = ends(later, 7 * PAGE);
        after.retainAll(before);
        assertThat(after.size()).isGreaterThan(before.size() - 8);
    }

    private static Set<Integer> ends(byte[] dump, int shift) {
        Set<Integer> ends = new HashSet<>();
        int at = -shift;
        for (int length : lengths(dump)) {
            at += length;
            ends.add(at);
        }
        return ends;
    }

    @Test
    void isWhatTheFormatPageSays() {
        assertThat(lengths(FastCdcTest.generated(1, 4_000_000))).containsExactly(409600, 253952, 335872, 327680, 196608,
                147456, 532480, 270336, 729088, 589824, 207104);
    }
}
