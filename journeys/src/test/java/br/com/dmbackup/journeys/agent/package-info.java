/** The agent through days of a store, on a clock that the tests hold. */
@NullMarked
package br.com.dmbackup.journeys.agent;

import org.jspecify.annotations.NullMarked;
