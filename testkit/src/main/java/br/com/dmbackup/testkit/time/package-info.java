/**
 * Time that a test sets. Start at {@link br.com.dmbackup.testkit.time.SettableClock}; it stands still unless a test
 * moves it, and it may go back, as a store's clock does.
 */
@NullMarked
package br.com.dmbackup.testkit.time;

import org.jspecify.annotations.NullMarked;
