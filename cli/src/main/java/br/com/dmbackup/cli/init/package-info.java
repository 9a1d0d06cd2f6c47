/**
 * The command that makes a home ready: it asks a person, or takes the answers from the command line or a file, checks
 * them all, writes the settings and makes the first backup. Nothing is written before everything was checked.
 *
 * <p>Start at {@link br.com.dmbackup.cli.init.InitCommand}. {@code Answers} is what was said, {@code Interview} asks for
 * the rest, {@code Proposal} is the settings file that would come of it, {@code Inspection} finds what is wrong with it.
 */
@NullMarked
package br.com.dmbackup.cli.init;

import org.jspecify.annotations.NullMarked;
