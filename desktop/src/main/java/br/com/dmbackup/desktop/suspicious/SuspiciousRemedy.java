package br.com.dmbackup.desktop.suspicious;

import br.com.dmbackup.desktop.wording.Remedy;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.protocol.FaultCode;
import java.awt.Window;
import java.util.function.Consumer;

/** From the trouble in the main window to the backup and its reason. */
public record SuspiciousRemedy(Consumer<Window> open) implements Remedy {
    @Override
    public boolean fits(Wording failure) {
        return failure.is(FaultCode.BACKUP_SUSPICIOUS);
    }

    @Override
    public String key() {
        return "suspicious.look";
    }

    @Override
    public void apply(Window owner, Wording failure, Runnable mended) {
        open.accept(owner);
    }
}
