/**
 * What the agent on this machine answers, as records: the shapes of its local API's JSON, version
 * {@link br.com.dmbackup.protocol.api.AgentStatus#API_VERSION}. Start at {@link br.com.dmbackup.protocol.api.AgentStatus}.
 *
 * <p>Fields are only ever added within a version, and readers ignore those that they do not know. Sentences in them are in the language of the store's settings;
 * besides each stands its code, for readers that speak another one. No path of the command line ever travels here.
 */
@NullMarked
package br.com.dmbackup.protocol.api;

import org.jspecify.annotations.NullMarked;
