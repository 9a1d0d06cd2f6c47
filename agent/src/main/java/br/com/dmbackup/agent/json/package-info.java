/** How the agent writes what it tells. */
@NullMarked
package br.com.dmbackup.agent.json;

import org.jspecify.annotations.NullMarked;
