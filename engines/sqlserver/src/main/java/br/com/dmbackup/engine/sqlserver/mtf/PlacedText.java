package br.com.dmbackup.engine.sqlserver.mtf;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/** A text somewhere in a record, without what could trouble a screen: the file may come from anywhere. */
final class PlacedText {
    private PlacedText() {}

    /** The text; empty where there is none, or where it would stand outside of the record. */
    static String in(ByteBuffer bytes, int offset, int size, Charset encoding) {
        if (size == 0 || offset + size > bytes.limit()) {
            return "";
        }
        String text = encoding.decode(bytes.slice(offset, size)).toString();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return text.substring(0, end).replaceAll("\\p{Cntrl}|\\p{Cf}|\\p{Co}|\\p{Cs}", "?");
    }
}
