/**
 * What the agent can mend itself when a person asks it to: it says before what it would do, and afterwards whether that
 * helped, by looking again. Start at {@link br.com.dmbackup.agent.remedy.AgentRemedy}.
 */
@NullMarked
package br.com.dmbackup.agent.remedy;

import org.jspecify.annotations.NullMarked;
