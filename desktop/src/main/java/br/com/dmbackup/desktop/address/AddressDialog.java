package br.com.dmbackup.desktop.address;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.AgentSheet;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.protocol.api.StoreAddress;
import br.com.dmbackup.protocol.api.StoreAddress.Place;
import java.awt.Window;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** Shows where the registry takes this store to be and where it is, and brings the first up to date. */
public final class AddressDialog extends AgentSheet {
    private static final long serialVersionUID = 1L;
    private static final String WIDE = "wmin 340lp";

    private final JTextArea said = Controls.prose("address.said", "");
    private final JTextArea before = Controls.prose("address.before", "");
    private final JTextArea now = Controls.prose("address.now", "");
    private final JPanel places = new JPanel(
            new MigLayout("insets 0, fillx, wrap 2, gapx unrelated, hidemode 3",
                    "[sizegroup,grow,fill][sizegroup,grow,fill]", ""));
    private final JButton update;
    private boolean asked;

    public AddressDialog(Window owner, DesktopContext context) {
        super(owner, context, "address");
        content().add(Controls.prose("address.intro", text("address.intro")), WIDE);
        places.add(Controls.heading(text("address.registered")));
        places.add(Controls.heading(text("address.present")));
        places.add(before, "wmin 180lp, top");
        places.add(now, "wmin 180lp, top");
        places.setVisible(false);
        content().add(places, "gaptop unrelated");
        content().add(said, WIDE + ", gaptop unrelated");
        update = Controls.button(texts(), "address.update", this::update);
        update.setEnabled(false);
        JButton leave = Controls.button(texts(), "button.close", this::close);
        buttons(update, List.of(update, leave));
        say(text("address.asking"), Tone.WORKING);
    }

    @Override
    protected void agentSeen(AgentPicture picture) {
        if (picture.answers() && !asked) {
            asked = true;
            context().work().run(() -> context().agent().require().storeAddress(), this::shown, this::failed);
        }
    }

    private void shown(StoreAddress address) {
        if (!address.integrated()) {
            say(text("address.not_integrated"), Tone.ATTENTION);
            return;
        }
        show(address);
        update.setEnabled(true);
        address.fault().ifPresentOrElse(
                fault -> say(fault.message() + "\n" + fault.hint(), Tone.FAILURE),
                () -> say(text(same(address) ? "address.same" : "address.differs"),
                        same(address) ? Tone.OK : Tone.ATTENTION));
    }

    private void show(StoreAddress address) {
        before.setText(address.registered().map(this::words).orElse(text(
                address.fault().isPresent() ? "address.unknown" : "address.none")));
        now.setText(address.now().map(this::words).orElse(""));
        places.setVisible(true);
        fit();
    }

    private static boolean same(StoreAddress address) {
        Optional<Place> known = address.registered();
        return known.isPresent() && address.now().filter(here -> here.lan().equals(known.get().lan())
                && here.publicAddress().equals(known.get().publicAddress())).isPresent();
    }

    private String words(Place place) {
        return text("address.lan", place.lan().isEmpty() ? text("address.no_network") : String.join("\n", place.lan()))
                + place.publicAddress().map(seen -> "\n" + text("address.public", seen)).orElse("")
                + place.since().map(at -> "\n" + text("address.since", context().moment(at))).orElse("");
    }

    private void update() {
        update.setEnabled(false);
        say(text("address.sending"), Tone.WORKING);
        context().work().run(() -> context().agent().require().registerAddress(), address -> {
            show(address);
            say(text("address.done"), Tone.OK);
            update.setEnabled(true);
        }, this::failed);
    }

    private void failed(Throwable thrown) {
        Wording failure = context().faults().wording(thrown);
        say(failure.happened() + "\n" + failure.remedy(), Tone.FAILURE);
        update.setEnabled(places.isVisible());
    }

    private void say(String words, Tone tone) {
        said.setText(words);
        said.setForeground(tone.colour());
        fit();
    }
}
