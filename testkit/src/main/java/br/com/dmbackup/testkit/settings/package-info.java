/** Settings as a person writes them, for the tests of those who read a section of them. */
@NullMarked
package br.com.dmbackup.testkit.settings;

import org.jspecify.annotations.NullMarked;
