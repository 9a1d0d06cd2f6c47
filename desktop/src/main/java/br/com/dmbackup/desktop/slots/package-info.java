/**
 * The 24 slots of each place as a picture: what stands there, how old it is, what is known of it, what is missing, owed or
 * suspicious. Before it stands {@link br.com.dmbackup.desktop.session.PictureSession}, after it whoever opens a slot. Start
 * at {@link br.com.dmbackup.desktop.slots.SlotsPanel}. What a colour says a shape says, too, and so do words.
 */
@NullMarked
package br.com.dmbackup.desktop.slots;

import org.jspecify.annotations.NullMarked;
