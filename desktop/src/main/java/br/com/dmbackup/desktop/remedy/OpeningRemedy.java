package br.com.dmbackup.desktop.remedy;

import br.com.dmbackup.desktop.wording.Remedy;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.protocol.FaultCode;
import java.awt.Window;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A remedy that is a window of its own, which tells itself what it does and what came of it.
 *
 * @param codes the failures that it is for
 * @param open shows the window, and returns when it was closed: whether it was done
 */
record OpeningRemedy(String key, Set<FaultCode> codes, Predicate<Window> open) implements Remedy {
    @Override
    public boolean fits(Wording failure) {
        return codes.stream().anyMatch(failure::is);
    }

    @Override
    public void apply(Window owner, Wording failure, Runnable mended) {
        if (open.test(owner)) {
            mended.run();
        }
    }
}
