package br.com.dmbackup.service;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.LaunchRecord;
import br.com.dmbackup.launcher.Programs;
import br.com.dmbackup.protocol.NoticeCode;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the launcher went back to the version before; told until something else is installed. */
public final class GivenUpVersion {
    private GivenUpVersion() {}

    /** The notice of it; none while the wanted version runs, or where there is no service. */
    public static Optional<Notice> of(Home home) {
        LaunchRecord record = LaunchRecord.read(home.root());
        return ServiceMark.of(home).map(ServiceMark::programs).filter(text -> !text.isEmpty())
                .flatMap(text -> new Programs(Path.of(text)).current()).filter(record::gaveUp)
                .map(wanted -> Notice.of(NoticeCode.VERSION_GIVEN_UP, wanted.version(), record.running()));
    }
}
