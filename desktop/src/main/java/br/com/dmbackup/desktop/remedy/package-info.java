/**
 * "Corrigir": what the program can do itself about a failure. Each remedy says before what it will do, and afterwards
 * whether it helped. Start at {@link br.com.dmbackup.desktop.remedy.Remedies}.
 */
@NullMarked
package br.com.dmbackup.desktop.remedy;

import org.jspecify.annotations.NullMarked;
