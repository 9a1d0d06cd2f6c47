/**
 * Tests that walk through the whole house: the verbs on a real database and real folders, with destinations that
 * misbehave, clocks that jump and processes that are killed.
 */
@NullMarked
package br.com.dmbackup.journeys;

import org.jspecify.annotations.NullMarked;
