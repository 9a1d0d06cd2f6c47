/**
 * The local API: how programs of this machine ask the agent, over HTTP on the loopback address alone.
 *
 * <p>Before it stands whoever has a token, after it the {@link br.com.dmbackup.agent.AgentDesk}, behind which one thread
 * works; nothing here waits for that work or holds it up. Start at {@link br.com.dmbackup.agent.api.LocalApi}. Every
 * request passes the {@link br.com.dmbackup.agent.api.Gate} (is this a program of this machine, or a web page?), then
 * must show a token of the role that its {@link br.com.dmbackup.agent.api.Endpoint} wants, and only then is its body
 * looked at. No path of a file is ever taken. The shapes are the records of {@code protocol.api}; the contract is
 * {@code docs/api/local-api.yaml}, which the tests hold real answers against.
 */
@NullMarked
package br.com.dmbackup.agent.api;

import org.jspecify.annotations.NullMarked;
