/**
 * What proves a destination. {@link br.com.dmbackup.testkit.destination.DestinationContract} holds a test for each
 * numbered law of {@link br.com.dmbackup.core.destination.Destination}; an adapter's own tests extend it and say how its
 * place is looked at. {@link br.com.dmbackup.testkit.destination.FaultyDestination} stands before a real destination
 * and misbehaves on demand, for the tests of whoever uses destinations.
 */
@NullMarked
package br.com.dmbackup.testkit.destination;

import org.jspecify.annotations.NullMarked;
