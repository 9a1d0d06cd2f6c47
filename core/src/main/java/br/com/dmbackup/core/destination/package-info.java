/**
 * The stage where archives land: a folder on this machine, a share, a pen drive, the backup terminal. One interface,
 * {@link br.com.dmbackup.core.destination.Destination}, with numbered laws; each kind has its own module, proven by the
 * contract suite in {@code testkit}.
 *
 * <p>Before it stands the finished archive; after it the catalog notes what is where. A destination moves bytes under
 * names: it knows nothing of databases, slots or hours, and cannot read an archive by itself; whoever puts one brings
 * the check along.
 */
@NullMarked
package br.com.dmbackup.core.destination;

import org.jspecify.annotations.NullMarked;
