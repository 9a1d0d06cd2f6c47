/**
 * What the agent tells the software house's hub, and is told by it. Start at {@link br.com.dmbackup.agent.hub.HubDesk}.
 *
 * <p>A hub that is away, slow or mad costs a backup nothing: the minute waits two seconds for it at most and rarely, reports
 * go out on a thread of their own, and what waits for a hub is bounded.
 */
@NullMarked
package br.com.dmbackup.agent.hub;

import org.jspecify.annotations.NullMarked;
