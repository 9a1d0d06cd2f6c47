/**
 * What a store and its software house's hub say to each other, as records: the shapes of the JSON of
 * {@code docs/api/hub.yaml}. Start at {@link br.com.dmbackup.protocol.hub.HubPath}.
 *
 * <p>A store speaks for itself alone, by the credential that enrolment gave it. Nothing here has a place for a person's data
 * or a sentence: states and faults travel by their codes. Fields are only ever added within a version, and readers ignore
 * those that they do not know.
 */
@NullMarked
package br.com.dmbackup.protocol.hub;

import org.jspecify.annotations.NullMarked;
