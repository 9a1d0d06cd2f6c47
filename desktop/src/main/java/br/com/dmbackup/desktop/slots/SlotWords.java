package br.com.dmbackup.desktop.slots;

import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.session.PlaceWords;
import br.com.dmbackup.protocol.api.PlacePicture;
import br.com.dmbackup.protocol.api.SlotPicture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Slots and places in words: for tooltips, for those who listen to the screen, for the line of a place. */
final class SlotWords {
    private final DesktopContext context;

    SlotWords(DesktopContext context) {
        this.context = context;
    }

    /** Such as {@code 09h, servidor}. */
    String name(PlacePicture place, SlotPicture slot) {
        return text("slots.name", slot.slot(), PlaceWords.of(context.texts(), place.name()));
    }

    /** Everything that is known of it, in sentences. */
    String description(SlotPicture slot) {
        return String.join(" ", sentences(slot));
    }

    List<String> sentences(SlotPicture slot) {
        List<String> said = new ArrayList<>();
        said.add(text("slots.state." + slot.state()));
        slot.startedAt().ifPresent(made -> {
            said.add(text("slots.made", context.moment(made), age(made), slot.archiveBytes()));
            said.add(slot.verifiedAt().map(at -> text("slots.verified", context.moment(at)))
                    .orElseGet(() -> text("slots.not_verified")));
            slot.provenAt().ifPresent(at -> said.add(text("slots.proven", context.moment(at))));
        });
        return said;
    }

    private String age(Instant made) {
        Duration age = Duration.between(made, context.clock().instant());
        return age.toDays() > 0 ? text("slots.days", age.toDays()) : context.texts().duration(age);
    }

    /** What a place owes its owner; empty where nothing. */
    String owed(PlacePicture place) {
        String name = PlaceWords.of(context.texts(), place.name());
        if (place.withoutCopySince().isPresent()) {
            String since = context.moment(place.withoutCopySince().get());
            return place.newestAt().map(newest -> text("slots.without", name, since, context.moment(newest)))
                    .orElseGet(() -> text("slots.without_any", name, since));
        }
        return place.owed() > 0 ? text("slots.owed", place.owed()) : "";
    }

    String text(String key, Object... arguments) {
        return context.texts().text(key, arguments);
    }
}
