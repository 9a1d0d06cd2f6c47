/**
 * Where an agent is put together, lives and ends: {@link br.com.dmbackup.agent.life.Agent} brings the loop, the work, the
 * status and the messenger of one home together. Nobody else in this module knows them all.
 */
@NullMarked
package br.com.dmbackup.agent.life;

import org.jspecify.annotations.NullMarked;
