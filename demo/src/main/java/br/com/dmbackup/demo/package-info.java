/**
 * {@code dmbackup demo}: a whole day of a pharmacy's backups in under a minute, made of the public verbs alone.
 *
 * <p>{@link br.com.dmbackup.demo.DemoMain} is what {@code ./dmbackup} runs in a checkout. Start at
 * {@link br.com.dmbackup.demo.PharmacyDay}, the day's story: it makes the pharmacy, lets it sell, and harms it; all else
 * is typed at a {@link br.com.dmbackup.demo.Prompt}, which runs the product's own commands as a person would. Every
 * command ends as the story expects, or the demo stops there with an exit code.
 */
@NullMarked
package br.com.dmbackup.demo;

import org.jspecify.annotations.NullMarked;
