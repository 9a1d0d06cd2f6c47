/**
 * The assistant (the manual's <i>DM Configurações</i>): page by page from the company's data to the first backup. It says
 * nothing of its own about right and wrong: the agent checks each page, tries the connection, pairs, and makes the backup.
 *
 * <p>Start at {@link br.com.dmbackup.desktop.assistant.AssistantDialog}. Each {@code AssistantPage} answers with changes
 * to settings; {@code Conclusion} keeps them and goes on to the first backup.
 */
@NullMarked
package br.com.dmbackup.desktop.assistant;

import org.jspecify.annotations.NullMarked;
