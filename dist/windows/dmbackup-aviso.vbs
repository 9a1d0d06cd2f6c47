' Shows the text of a file, which is UTF-8, in a window, and deletes the file.
' Not yet tried on Windows.
Dim stream, text
Set stream = CreateObject("ADODB.Stream")
stream.Charset = "utf-8"
stream.Open
stream.LoadFromFile WScript.Arguments(0)
text = stream.ReadText
stream.Close
MsgBox text, 48, "DMBackup"
CreateObject("Scripting.FileSystemObject").DeleteFile WScript.Arguments(0)
