package br.com.dmbackup.desktop.wording;

import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.Trouble;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells failures, with whatever the program can do about each. Used on the thread that draws. */
public final class Faults {
    private final Texts texts;
    private final SupportDetails details;
    private final List<Remedy> remedies = new ArrayList<>();

    public Faults(Texts texts, SupportDetails details) {
        this.texts = texts;
        this.details = details;
    }

    /** From now on this is offered, too. */
    public void offer(Remedy remedy) {
        remedies.add(remedy);
    }

    public Wording wording(Throwable thrown) {
        return Wording.of(thrown, texts.words()).forWindow(texts);
    }

    /** Of what the agent says is not as it should be. */
    public Wording wording(Trouble trouble) {
        return Wording.of(trouble).forWindow(texts);
    }

    /** Tells it in a dialog of its own, and returns when that was closed. What a person gave up is not told. */
    public void show(Window owner, Throwable thrown) {
        Wording failure = wording(thrown);
        if (!failure.is(FaultCode.CANCELLED)) {
            show(owner, failure, () -> {});
        }
    }

    /** @param mended told when a remedy has mended it */
    public void show(Window owner, Wording failure, Runnable mended) {
        new FaultDialog(owner, texts, this, failure, mended).open();
    }

    /**
     * The same as part of another window.
     *
     * @param mended told when a remedy has mended it
     */
    public FaultPanel panel(Wording failure, Runnable mended) {
        return new FaultPanel(texts, this, failure, mended);
    }

    Optional<Remedy> remedy(Wording failure) {
        return remedies.stream().filter(remedy -> remedy.fits(failure)).findFirst();
    }

    SupportDetails details() {
        return details;
    }
}
