/**
 * {@code dmbackup demo}: a whole day of a pharmacy's backups in under a minute, made of the public verbs alone.
 *
 * <p>Start at {@link br.com.dmbackup.demo.DemoMain}, which is what {@code ./dmbackup} runs in a checkout.
 */
@NullMarked
package br.com.dmbackup.demo;

import org.jspecify.annotations.NullMarked;
