package br.com.dmbackup.core.archive.zip;

import java.time.LocalDateTime;

/** A local time as MS-DOS kept it: 1980 to 2107, even seconds. */
public final class DosTime {
    private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(2107, 12, 31, 23, 59, 58);

    private DosTime() {}

    /** Date in the upper half, time in the lower. Times that DOS cannot say become the nearest that it can. */
    public static int of(LocalDateTime time) {
        LocalDateTime at = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
        int date = (at.getYear() - 1980) << 9 | at.getMonthValue() << 5 | at.getDayOfMonth();
        return date << 16 | at.getHour() << 11 | at.getMinute() << 5 | at.getSecond() / 2;
    }
}
