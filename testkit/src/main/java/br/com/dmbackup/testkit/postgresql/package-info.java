/**
 * A real PostgreSQL server for tests, thrown away afterwards: its own data folder, a free port on this machine alone,
 * passwords as in earnest. Start at {@link br.com.dmbackup.testkit.postgresql.TestServer}.
 *
 * <p>Where PostgreSQL is not installed the test is skipped and says so; where CI=true it fails.
 */
@NullMarked
package br.com.dmbackup.testkit.postgresql;

import org.jspecify.annotations.NullMarked;
