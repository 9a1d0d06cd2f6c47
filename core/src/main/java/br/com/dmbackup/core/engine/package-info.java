/**
 * The first stage: where the bytes come from and where a restored database goes. One interface,
 * {@link br.com.dmbackup.core.engine.DatabaseEngine}, with numbered laws; each kind of database has its own module that
 * keeps them, proven by the contract suite in {@code testkit}. Beside it stands
 * {@link br.com.dmbackup.core.engine.DumpInspector}, for dumps that can be looked into without their server.
 *
 * <p>The dump goes on to the archive stage. No vendor's type appears here, and no engine knows of archives,
 * destinations or slots.
 */
@NullMarked
package br.com.dmbackup.core.engine;

import org.jspecify.annotations.NullMarked;
