/**
 * The windows as a person in the store uses them, on a screen of the tests' own, over a real agent. A test uses the
 * pages ({@code …Page}); only those know AssertJ-Swing. Start at {@link br.com.dmbackup.journeys.desktop.WindowsTest}.
 */
@NullMarked
package br.com.dmbackup.journeys.desktop;

import org.jspecify.annotations.NullMarked;
