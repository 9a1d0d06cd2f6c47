/**
 * A screen of the tests' own, so that windows can be opened, clicked and looked at on a machine that has none. Start at
 * {@link br.com.dmbackup.testkit.display.Display}.
 */
@NullMarked
package br.com.dmbackup.testkit.display;

import org.jspecify.annotations.NullMarked;
