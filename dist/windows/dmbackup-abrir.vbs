' The same as dmbackup-abrir.cmd without a black window: wscript dmbackup-abrir.vbs
' Not yet tried on Windows.
Dim shell, folder
Set shell = CreateObject("WScript.Shell")
folder = CreateObject("Scripting.FileSystemObject").GetParentFolderName(WScript.ScriptFullName)
WScript.Quit shell.Run("""" & folder & "\dmbackup-abrir.cmd""", 0, True)
