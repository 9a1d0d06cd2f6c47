package br.com.dmbackup.testkit.mtf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MtfWriterTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-22T10:00:05-03:00");

    @ParameterizedTest
    @ValueSource(ints = {512, 4096})
    void beginsEveryPartOnItsBoundary(int sector) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        MtfSet set = MtfSet.full(MtfServer.express2022(), MtfDatabase.named("MCDados", 128 << 10), START);
        MtfWriter writer = new MtfWriter(Channels.newChannel(file), set, sector).begin();
        byte[] extent = new byte[MtfPage.EXTENT_BYTES];
        System.arraycopy(MtfPage.of(1, 8, new byte[]{7}), 0, extent, 0, MtfPage.BYTES);
        writer.data(2).extent(extent).extent(extent).endData().log(new byte[1000])
                .finish(START.toLocalDateTime().plusSeconds(3));

        byte[] bytes = file.toByteArray();
        assertThat(writer.position()).isEqualTo(bytes.length);
        assertThat(bytes.length % sector).isZero();
        assertThat(type(bytes, 0)).isEqualTo("TAPE");
        assertThat(type(bytes, sector)).isEqualTo("SFMB");
        assertThat(type(bytes, 2 * sector)).isEqualTo("SSET");
        assertThat(type(bytes, bytes.length - sector)).isEqualTo("SFMB");
        assertThat(type(bytes, bytes.length - 2 * sector)).isEqualTo("ESET");
        int pages = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("MQDA") + MtfStream.HEADER + 2;
        assertThat(pages % sector).isZero();
        assertThat(bytes[pages + MtfPage.BODY]).isEqualTo((byte) 7);
    }

    @ParameterizedTest
    @ValueSource(ints = {96, 511, 512, 5000, 8191})
    void sealsAPageSoThatAnyByteCounts(int changed) {
        byte[] body = new byte[MtfPage.BYTES - MtfPage.BODY];
        byte[] one = MtfPage.of(1, 8, body);
        body[changed - MtfPage.BODY] = 1;
        byte[] other = MtfPage.of(1, 8, body);

        assertThat(stored(one)).isNotEqualTo(stored(other));
    }

    private static int stored(byte[] page) {
        return ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).getInt(0x3c);
    }

    private static String type(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.US_ASCII);
    }
}
