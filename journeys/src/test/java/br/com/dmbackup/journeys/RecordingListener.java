package br.com.dmbackup.journeys;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.StatusText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Remembers all that it is told. */
final class RecordingListener implements WorkListener {
    final List<StatusText> statuses = Collections.synchronizedList(new ArrayList<>());
    final List<Notice> notices = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void status(StatusText status) {
        statuses.add(status);
    }

    @Override
    public void notice(Notice notice) {
        notices.add(notice);
    }

    @Override
    public void advanced(long doneBytes, long totalBytes) {}

    List<NoticeCode> noticeCodes() {
        return notices.stream().map(Notice::code).toList();
    }
}
