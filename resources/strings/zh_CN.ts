<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Hears, recognises, understands and acts on this machine; nothing you say leaves it unless you switch that on. The program is under the Apache License 2.0.</source>
        <translation>在这台机器上聆听、识别、理解并执行；除非您开启，所说的一切都不会离开本机。本程序采用 Apache 许可证 2.0。</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>程序库及其许可证</translation>
    </message>
    <message>
        <source>Models and their licences</source>
        <translation>模型及其许可证</translation>
    </message>
    <message>
        <source>On-device assistant {version}</source>
        <translation>本地助手 {version}</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>After</source>
        <translation>改后</translation>
    </message>
    <message>
        <source>An edit is offered.</source>
        <translation>有一条修改建议。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cut off: it reached the longest that was asked for.</source>
        <translation>已截断：达到所要求的最大长度。</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>失败了。</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Suggested edit</source>
        <translation>修改建议</translation>
    </message>
    <message>
        <source>The model thinks…</source>
        <translation>模型正在思考…</translation>
    </message>
    <message>
        <source>This would replace the selected text. Or say “accept the change” or “reject the change”.</source>
        <translation>将替换所选文字。也可以说“接受修改”或“放弃修改”。</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Stages</source>
        <translation>各阶段</translation>
    </message>
    <message>
        <source>{stage}: usually {p50} ms, seldom more than {p95} ms</source>
        <translation>{stage}：通常 {p50} 毫秒，很少超过 {p95} 毫秒</translation>
    </message>
</context>
<context>
    <name>Buttons</name>
    <message>
        <source>Swap</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Type it</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What can be done about the newest text</source>
        <translation>对最近这段文字可做的操作</translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <source>Press a key…</source>
        <translation>按一个键…</translation>
    </message>
    <message>
        <source>Press the key now… (Esc: none)</source>
        <translation>现在请按键…（Esc：取消）</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Checking what this computer allows…</source>
        <translation>正在检查这台电脑允许什么…</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>This computer allows everything that is needed ({count} checks).</source>
        <translation>这台电脑满足全部需要（{count} 项检查）。</translation>
    </message>
    <message>
        <source>{count} checks are well; something is to be done:</source>
        <translation>{count} 项检查正常；还有事情要做：</translation>
    </message>
    <message>
        <source>{part}: {message}</source>
        <translation>{part}：{message}</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Demonstration (nano)</source>
        <translation>演示（nano）</translation>
    </message>
    <message>
        <source>Microphone: {name}</source>
        <translation>麦克风：{name}</translation>
    </message>
    <message>
        <source>Mode: {mode}</source>
        <translation>模式：{mode}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>More models…</source>
        <translation>更多模型…</translation>
    </message>
    <message>
        <source>Spoken language: {name}</source>
        <translation>所说语言：{name}</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
</context>
<context>
    <name>CommandsPage</name>
    <message>
        <source> It asks first.</source>
        <translation> 会先询问。</translation>
    </message>
    <message>
        <source>No command ({why}).</source>
        <translation>不是命令（{why}）。</translation>
    </message>
    <message>
        <source>No command. Did you mean “{phrase}”?</source>
        <translation>不是命令。您是想说“{phrase}”吗？</translation>
    </message>
    <message>
        <source>No command; it would be a question to the language model.</source>
        <translation>不是命令；会作为问题交给语言模型。</translation>
    </message>
    <message>
        <source>Reading the commands…</source>
        <translation>正在读取命令…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Try it: what is said</source>
        <translation>试一试：说的话</translation>
    </message>
    <message>
        <source>What can I say…</source>
        <translation>我能说什么…</translation>
    </message>
    <message>
        <source>Which command a sentence is, and what would be done. Nothing is done here.</source>
        <translation>一句话是哪个命令、会做什么。这里什么都不会执行。</translation>
    </message>
    <message>
        <source>open firefox and search for trains</source>
        <translation>打开火狐</translation>
    </message>
    <message>
        <source>types “{text}”</source>
        <translation>输入“{text}”</translation>
    </message>
</context>
<context>
    <name>CommandsWindow</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Every command, and add your own…</source>
        <translation>全部命令，并添加自己的…</translation>
    </message>
    <message>
        <source>In {app} · {mode}</source>
        <translation>在 {app} 中 · {mode}</translation>
    </message>
    <message>
        <source>Looking through the commands…</source>
        <translation>正在查看命令…</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>说</translation>
    </message>
    <message>
        <source>Say it with the command key, or in a mode that hears commands.</source>
        <translation>按住命令键说，或在听命令的模式下说。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search: a word of the command</source>
        <translation>搜索：命令中的词</translation>
    </message>
    <message>
        <source>What can I say?</source>
        <translation>我可以说什么？</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>当前窗口</translation>
    </message>
    <message>
        <source>{phrase} (asks first)</source>
        <translation>{phrase}（先询问）</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source> (demonstration)</source>
        <translation>（演示模型）</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>重新识别(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save the correction</source>
        <translation>保存更正(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Type again</source>
        <translation>再次输入(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>还原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Write it like this from now on</source>
        <translation>以后都这样写(&amp;W)</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Became</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Choose a line to see all about it.</source>
        <translation>选择一行，查看它的全部信息。</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Heard as</source>
        <translation>听到的是</translation>
    </message>
    <message>
        <source>Its recording is not kept. The settings can keep recordings.</source>
        <translation>没有保留录音。可以在设置里选择保留录音。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{audio} s of speech; features {features}, model {model}, decode {decode} ms</source>
        <translation>语音 {audio} 秒；特征 {features}、模型 {model}、解码 {decode} 毫秒</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source> Did you mean {close}?</source>
        <translation>您是想写 {close} 吗？</translation>
    </message>
    <message>
        <source> It was due {late} ago.</source>
        <translation>{late}之前就该响了。</translation>
    </message>
    <message>
        <source> – did you mean {marks}{near}{marks2}?</source>
        <translation>：您是想写 {marks}{near}{marks2} 吗？</translation>
    </message>
    <message>
        <source> – did you mean {near!r}?</source>
        <translation>：您是想写 {near} 吗？</translation>
    </message>
    <message>
        <source>(DISPLAY is not set)</source>
        <translation>（没有设置 DISPLAY）</translation>
    </message>
    <message>
        <source>; it is one of {known}</source>
        <translation>；可以是 {known}</translation>
    </message>
    <message>
        <source>; it matches {name}</source>
        <translation>；它匹配的是 {name}</translation>
    </message>
    <message>
        <source>A command that has to be confirmed is not repeated; say it again.</source>
        <translation>需要确认的命令不会重复执行，请再说一遍。</translation>
    </message>
    <message>
        <source>A hook asked for a command that it may not run; nothing was done about that.</source>
        <translation>有一个钩子要求执行它无权执行的命令，未予执行。</translation>
    </message>
    <message>
        <source>A negative number for {{{name}}} would look like an option.</source>
        <translation>{{{name}}} 是负数，会被当成选项。</translation>
    </message>
    <message>
        <source>A password field keeps the keyboard to itself, so nothing can be typed. The text is kept. If no password is being asked for, the program that had asked for one last still blocks it: close it.</source>
        <translation>密码框独占了键盘，无法输入。文字已保留。如果此刻并没有要求输入密码，说明上一个要求密码的程序仍占着键盘，请关闭它。</translation>
    </message>
    <message>
        <source>A recording could not be put away</source>
        <translation>有一段录音无法保存</translation>
    </message>
    <message>
        <source>A terminal may have run its line breaks, or deletes such characters in pieces; nothing was taken back.</source>
        <translation>终端可能已经执行了其中的换行，或者会把这类字符拆开删除，所以没有撤回。</translation>
    </message>
    <message>
        <source>A terminal selects nothing by keys.</source>
        <translation>终端无法用按键选择文字。</translation>
    </message>
    <message>
        <source>A text in the answer of the hook {name} is none, or too long. It has to be {{&quot;say&quot;: &quot;...&quot;, &quot;type&quot;: &quot;...&quot;, &quot;toast&quot;: &quot;...&quot;, &quot;run&quot;: [&quot;command.id&quot;]}}.</source>
        <translation>钩子 {name} 的回答里有一项不是文字，或者太长。格式应为 {{&quot;say&quot;: &quot;...&quot;, &quot;type&quot;: &quot;...&quot;, &quot;toast&quot;: &quot;...&quot;, &quot;run&quot;: [&quot;command.id&quot;]}}。</translation>
    </message>
    <message>
        <source>A timer runs for a second to a week.</source>
        <translation>定时器可设 1 秒到 1 周。</translation>
    </message>
    <message>
        <source>All commands can be read.</source>
        <translation>命令已全部正常读取。</translation>
    </message>
    <message>
        <source>All settings can be read.</source>
        <translation>设置已全部正常读取。</translation>
    </message>
    <message>
        <source>An order is an object with a verb.</source>
        <translation>指令应为带有 verb 的对象。</translation>
    </message>
    <message>
        <source>Another model is in use now.</source>
        <translation>现在使用另一个模型。</translation>
    </message>
    <message>
        <source>Another program does not let go of the clipboard, and this text cannot be typed key by key.</source>
        <translation>另一个程序一直占着剪贴板，而这段文字又无法逐键输入。</translation>
    </message>
    <message>
        <source>Another program does not let go of the clipboard, so the text was typed key by key.</source>
        <translation>另一个程序一直占着剪贴板，所以文字是逐键输入的。</translation>
    </message>
    <message>
        <source>Another program does not let go of the clipboard.</source>
        <translation>另一个程序一直占着剪贴板。</translation>
    </message>
    <message>
        <source>Another program has taken the key {name}. Choose another one.</source>
        <translation>按键 {name} 已被另一个程序占用，请换一个。</translation>
    </message>
    <message>
        <source>Another program has the keyboard by now, so nothing was searched for.</source>
        <translation>此时键盘焦点在另一个程序，所以没有搜索。</translation>
    </message>
    <message>
        <source>Another program than the window&apos;s own took the text; it is on the clipboard too.</source>
        <translation>取走文字的不是目标窗口的程序；文字也留在了剪贴板上。</translation>
    </message>
    <message>
        <source>Answers are to be spoken, and there is no voice here. Install espeak-ng, or name a program: voice = [&quot;piper&quot;, ...] under [consult].</source>
        <translation>已设置朗读回答，但这里没有可用的语音。请安装 espeak-ng，或在 [consult] 下指定程序：voice = [&quot;piper&quot;, ...]。</translation>
    </message>
    <message>
        <source>Ask the language model</source>
        <translation>向语言模型提问</translation>
    </message>
    <message>
        <source>Asleep. Say: wake up.</source>
        <translation>休眠中。要继续，请说：开始听写。</translation>
    </message>
    <message>
        <source>Awake.</source>
        <translation>已唤醒。</translation>
    </message>
    <message>
        <source>Brightness {percent} percent.</source>
        <translation>亮度 {percent}%。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Denigrating it, or breaking the terms, ends the licence; new versions of the terms apply by themselves.</source>
        <translation>诋毁该模型或违反条款，许可即告终止；条款的新版本自动生效。</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>Edit the selected text</source>
        <translation>编辑选中的文字</translation>
    </message>
    <message>
        <source>Give a command</source>
        <translation>说出命令</translation>
    </message>
    <message>
        <source>Hearing through {name} again.</source>
        <translation>已重新通过 {name} 聆听。</translation>
    </message>
    <message>
        <source>Hearing through {name} now instead of {before}. Choose another microphone if that is wrong.</source>
        <translation>现在改用 {name} 聆听，不再使用 {before}。如果不对，请另选麦克风。</translation>
    </message>
    <message>
        <source>Hotkeys need pyobjc: pip install pyobjc-framework-Quartz.</source>
        <translation>按键功能需要 pyobjc：pip install pyobjc-framework-Quartz。</translation>
    </message>
    <message>
        <source>Hotkeys need the package `keyboard`: pip install keyboard.</source>
        <translation>按键功能需要 `keyboard` 包：pip install keyboard。</translation>
    </message>
    <message>
        <source>In short (the full text at the address above is what counts):</source>
        <translation>要点（以上述网址的全文为准）：</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写错误</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>It asks before it closes; look at its window.</source>
        <translation>它在关闭前要先询问，请看它的窗口。</translation>
    </message>
    <message>
        <source>It comes for reference and learning, with no warranty; whoever uses it answers for that use.</source>
        <translation>模型供参考和学习之用，不作任何担保；使用者自行承担责任。</translation>
    </message>
    <message>
        <source>It has to be {{&quot;say&quot;: &quot;...&quot;, &quot;type&quot;: &quot;...&quot;, &quot;toast&quot;: &quot;...&quot;, &quot;run&quot;: [&quot;command.id&quot;]}}.</source>
        <translation>格式应为 {{&quot;say&quot;: &quot;...&quot;, &quot;type&quot;: &quot;...&quot;, &quot;toast&quot;: &quot;...&quot;, &quot;run&quot;: [&quot;command.id&quot;]}}。</translation>
    </message>
    <message>
        <source>It is not an OSI open-source licence; that is why the model is not part of the assistant.</source>
        <translation>这不是 OSI 认可的开源许可，因此模型不随助手附带。</translation>
    </message>
    <message>
        <source>It is {now}.</source>
        <translation>现在 {now}。</translation>
    </message>
    <message>
        <source>It rings in {seconds}.</source>
        <translation>将在 {seconds}后响铃。</translation>
    </message>
    <message>
        <source>Keys that do well here: </source>
        <translation>这里适合的按键：</translation>
    </message>
    <message>
        <source>Keys that do well here: {connection}.</source>
        <translation>这里适合的按键：{connection}。</translation>
    </message>
    <message>
        <source>Keys that do well: </source>
        <translation>适合的按键：</translation>
    </message>
    <message>
        <source>Keys that do well: {sensible}.</source>
        <translation>适合的按键：{sensible}。</translation>
    </message>
    <message>
        <source>Keys were pressed since then, so nothing was taken back.</source>
        <translation>之后又按过键，所以没有撤回。</translation>
    </message>
    <message>
        <source>Language: {language}.</source>
        <translation>语言：{language}。</translation>
    </message>
    <message>
        <source>No assistant is running. Start it with `assistant run`.</source>
        <translation>语音助手没有运行。请用 `assistant run` 启动。</translation>
    </message>
    <message>
        <source>No letters were heard.</source>
        <translation>没有听到字母。</translation>
    </message>
    <message>
        <source>No lock screen answers on this desktop.</source>
        <translation>这个桌面没有可用的锁屏。</translation>
    </message>
    <message>
        <source>No loudspeaker could be opened. Is a sound server running?</source>
        <translation>无法打开扬声器。声音服务在运行吗？</translation>
    </message>
    <message>
        <source>No pack says what {name} does.</source>
        <translation>没有命令包说明 {name} 要做什么。</translation>
    </message>
    <message>
        <source>No screen here has a light.</source>
        <translation>这里的屏幕都不能调节亮度。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>No timer is running.</source>
        <translation>没有正在运行的定时器。</translation>
    </message>
    <message>
        <source>No window has the keyboard.</source>
        <translation>没有窗口拥有键盘焦点。</translation>
    </message>
    <message>
        <source>No window has the keyboard; the text is on the clipboard.</source>
        <translation>没有窗口拥有键盘焦点，文字已放到剪贴板上。</translation>
    </message>
    <message>
        <source>Nobody answered whether the assistant may type.</source>
        <translation>系统询问是否允许助手输入，但没有得到答复。</translation>
    </message>
    <message>
        <source>Nobody watched the keys, so nothing was taken back in this terminal.</source>
        <translation>没有监视按键，所以没有在这个终端里撤回。</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>已记下。</translation>
    </message>
    <message>
        <source>Nothing has been typed yet that could be meant.</source>
        <translation>还没有输入过可能所指的文字。</translation>
    </message>
    <message>
        <source>Nothing here keeps account of texts.</source>
        <translation>这里没有记录已输入的文字。</translation>
    </message>
    <message>
        <source>Nothing here plays anything.</source>
        <translation>这里没有正在播放的内容。</translation>
    </message>
    <message>
        <source>Nothing here shows text files. The notes are in {file}.</source>
        <translation>这里没有能打开文本文件的程序。笔记在 {file} 中。</translation>
    </message>
    <message>
        <source>Nothing is ever typed into {app}, as your settings say. The text is kept.</source>
        <translation>按您的设置，从不向 {app} 输入。文字已保留。</translation>
    </message>
    <message>
        <source>Nothing is remembered here that could be taken back.</source>
        <translation>没有可以撤回的内容。</translation>
    </message>
    <message>
        <source>Nothing is selected in this window. Select the text to rewrite, then say how.</source>
        <translation>这个窗口里没有选中文字。请先选中要改写的文字，再说怎么改。</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load {graph}: {error}</source>
        <translation>ONNX Runtime 无法加载 {graph}：{error}</translation>
    </message>
    <message>
        <source>Only addresses of the web are opened.</source>
        <translation>只能打开网址。</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Plug it in again, or choose another microphone.</source>
        <translation>请重新插上，或另选麦克风。</translation>
    </message>
    <message>
        <source>Plug-ins need the assistant installed as a Python package; use hook or http here.</source>
        <translation>插件要求助手以 Python 包的形式安装；这里请改用 hook 或 http。</translation>
    </message>
    <message>
        <source>Programs can&apos;t control the assistant: {path}: {why}.</source>
        <translation>其他程序无法控制助手：{path}：{why}。</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>Recordings can&apos;t be kept safe on disk ({why}), so dictation goes on without.</source>
        <translation>录音无法安全存盘（{why}），听写继续，但不存录音。</translation>
    </message>
    <message>
        <source>Selected text can&apos;t be read on this desktop, so there is nothing to rewrite.</source>
        <translation>这个桌面无法读取选中的文字，所以没有可改写的内容。</translation>
    </message>
    <message>
        <source>Settings, Keyboard, Custom Shortcuts: a key for the command `assistant toggle`</source>
        <translation>“设置 → 键盘 → 自定义快捷键”：为命令 `assistant toggle` 指定一个键</translation>
    </message>
    <message>
        <source>Simplified or traditional characters need OpenCC: pip install &apos;on-device-assistant[hant]&apos;.</source>
        <translation>简繁转换需要 OpenCC：pip install &apos;on-device-assistant[hant]&apos;。</translation>
    </message>
    <message>
        <source>Some audio was lost because the computer was too busy. If words are missing, say them again.</source>
        <translation>电脑太忙，丢失了一些声音。如有缺字，请再说一遍。</translation>
    </message>
    <message>
        <source>Something else stands before the caret by now, so nothing was taken back.</source>
        <translation>光标前已是别的内容，所以没有撤回。</translation>
    </message>
    <message>
        <source>Something went wrong inside the assistant ({place}). It goes on.</source>
        <translation>助手内部出了错（{place}），但会继续运行。</translation>
    </message>
    <message>
        <source>Sound needs PortAudio: apt install libportaudio2.</source>
        <translation>声音功能需要 PortAudio：apt install libportaudio2。</translation>
    </message>
    <message>
        <source>Speech is recognised by the new settings now.</source>
        <translation>语音识别已改用新的设置。</translation>
    </message>
    <message>
        <source>System Settings, Keyboard, Shortcuts, Add Command: a key for `assistant toggle`</source>
        <translation>“系统设置 → 键盘 → 快捷键 → 添加命令”：为 `assistant toggle` 指定一个键</translation>
    </message>
    <message>
        <source>Text cannot be selected by its words on this desktop.</source>
        <translation>这个桌面无法按内容选择文字。</translation>
    </message>
    <message>
        <source>Text cannot be taken back on this desktop.</source>
        <translation>这个桌面无法撤回文字。</translation>
    </message>
    <message>
        <source>Text was typed since that command. Say “scratch that” to take the text back first.</source>
        <translation>那条命令之后又输入了文字。请先说“删掉这句”撤回文字。</translation>
    </message>
    <message>
        <source>That application has no window open.</source>
        <translation>那个应用程序没有打开的窗口。</translation>
    </message>
    <message>
        <source>That application is not installed here.</source>
        <translation>这里没有安装那个应用程序。</translation>
    </message>
    <message>
        <source>That is not the address of a web page.</source>
        <translation>那不是网页地址。</translation>
    </message>
    <message>
        <source>That was too many keys; it stopped.</source>
        <translation>按键太多，已停止。</translation>
    </message>
    <message>
        <source>The Wayland compositor (none) cannot be reached.</source>
        <translation>无法连接 Wayland 合成器（未指定）。</translation>
    </message>
    <message>
        <source>The Wayland compositor went away; the text was not delivered.</source>
        <translation>Wayland 合成器已断开，文字没有送达。</translation>
    </message>
    <message>
        <source>The Wayland compositor {shown} cannot be reached.</source>
        <translation>无法连接 Wayland 合成器 {shown}。</translation>
    </message>
    <message>
        <source>The X server went away; the hotkeys are dead until it is back.</source>
        <translation>X 服务器已断开，恢复之前按键都不起作用。</translation>
    </message>
    <message>
        <source>The X server went away; the text was not delivered.</source>
        <translation>X 服务器已断开，文字没有送达。</translation>
    </message>
    <message>
        <source>The X server {shown} cannot be reached. Is DISPLAY right?</source>
        <translation>无法连接 X 服务器 {shown}。DISPLAY 设置对吗？</translation>
    </message>
    <message>
        <source>The answer of the hook {name} is too long, so it was ended.</source>
        <translation>钩子 {name} 的回答太长，已将它终止。</translation>
    </message>
    <message>
        <source>The answer was longer than it may be, so nothing was changed.</source>
        <translation>回答超过了允许的长度，所以没有改动。</translation>
    </message>
    <message>
        <source>The assistant could not start: {error}</source>
        <translation>助手无法启动：{error}</translation>
    </message>
    <message>
        <source>The assistant did not answer. Is it just starting, or of another version?</source>
        <translation>助手没有应答。是刚在启动，还是版本不同？</translation>
    </message>
    <message>
        <source>The assistant is not running.</source>
        <translation>助手没有运行。</translation>
    </message>
    <message>
        <source>The assistant is running already; `assistant status` tells what it does.</source>
        <translation>助手已经在运行；`assistant status` 可查看它的状态。</translation>
    </message>
    <message>
        <source>The assistant runs, but does not answer.</source>
        <translation>助手在运行，但没有应答。</translation>
    </message>
    <message>
        <source>The assistant that runs has no windows: it was started with --headless.</source>
        <translation>正在运行的助手没有窗口：它是用 --headless 启动的。</translation>
    </message>
    <message>
        <source>The clipboard is closed, or the X server went away.</source>
        <translation>剪贴板已关闭，或 X 服务器已断开。</translation>
    </message>
    <message>
        <source>The command needs {{{name}}}, and nothing was said for it.</source>
        <translation>这条命令需要 {{{name}}}，但没有说出来。</translation>
    </message>
    <message>
        <source>The command {command} can&apos;t be taken back.</source>
        <translation>命令 {command} 无法撤销。</translation>
    </message>
    <message>
        <source>The command {name} is gone; its pack was changed.</source>
        <translation>命令 {name} 已不存在：它的命令包改过了。</translation>
    </message>
    <message>
        <source>The conversation can&apos;t be kept ({why}). Check the disk.</source>
        <translation>无法保存对话（{why}）。请检查磁盘。</translation>
    </message>
    <message>
        <source>The conversation is forgotten.</source>
        <translation>对话已忘记。</translation>
    </message>
    <message>
        <source>The conversation on disk could not be deleted ({why}). Delete it yourself.</source>
        <translation>无法删除磁盘上的对话（{why}）。请自行删除。</translation>
    </message>
    <message>
        <source>The desktop has been closed.</source>
        <translation>桌面会话已结束。</translation>
    </message>
    <message>
        <source>The desktop has ended our hotkeys.</source>
        <translation>桌面取消了我们的按键。</translation>
    </message>
    <message>
        <source>The desktop was not allowed to give us a hotkey. Restart the assistant to be asked again.</source>
        <translation>您没有允许桌面提供按键。重新启动助手会再次询问。</translation>
    </message>
    <message>
        <source>The desktop was not allowed to let us type.</source>
        <translation>您没有允许助手输入文字。</translation>
    </message>
    <message>
        <source>The desktop watches the hotkeys again.</source>
        <translation>桌面又在监视按键了。</translation>
    </message>
    <message>
        <source>The desktop&apos;s message bus has gone, and the hotkeys with it.</source>
        <translation>桌面的消息总线已断开，按键也随之失效。</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal gives no clipboard to this session.</source>
        <translation>桌面的门户不为这个会话提供剪贴板。</translation>
    </message>
    <message>
        <source>The focus moved to another window, so nothing was typed.</source>
        <translation>焦点已移到另一个窗口，所以没有输入。</translation>
    </message>
    <message>
        <source>The history can&apos;t be written</source>
        <translation>无法写入历史记录</translation>
    </message>
    <message>
        <source>The hook at {hostname} could not be asked: {error}</source>
        <translation>无法询问 {hostname} 上的钩子：{error}</translation>
    </message>
    <message>
        <source>The hook at {hostname} took longer than {patience} s.</source>
        <translation>{hostname} 上的钩子超过 {patience} 秒没有回答。</translation>
    </message>
    <message>
        <source>The hook at {name} answered with status {status}.</source>
        <translation>{name} 上的钩子返回了状态 {status}。</translation>
    </message>
    <message>
        <source>The hook {name} asks for over {most_commands} commands, or for none by its id.</source>
        <translation>钩子 {name} 要求执行的命令超过 {most_commands} 条，或没有给出命令 id。</translation>
    </message>
    <message>
        <source>The hook {name} cannot be started ({why}).</source>
        <translation>无法启动钩子 {name}（{why}）。</translation>
    </message>
    <message>
        <source>The hook {name} did not answer in JSON. It has to be {{&quot;say&quot;: &quot;...&quot;, &quot;type&quot;: &quot;...&quot;, &quot;toast&quot;: &quot;...&quot;, &quot;run&quot;: [&quot;command.id&quot;]}}.</source>
        <translation>钩子 {name} 的回答不是 JSON。格式应为 {{&quot;say&quot;: &quot;...&quot;, &quot;type&quot;: &quot;...&quot;, &quot;toast&quot;: &quot;...&quot;, &quot;run&quot;: [&quot;command.id&quot;]}}。</translation>
    </message>
    <message>
        <source>The hook {name} did not answer with an object. It has to be {{&quot;say&quot;: &quot;...&quot;, &quot;type&quot;: &quot;...&quot;, &quot;toast&quot;: &quot;...&quot;, &quot;run&quot;: [&quot;command.id&quot;]}}.</source>
        <translation>钩子 {name} 的回答不是 JSON 对象。格式应为 {{&quot;say&quot;: &quot;...&quot;, &quot;type&quot;: &quot;...&quot;, &quot;toast&quot;: &quot;...&quot;, &quot;run&quot;: [&quot;command.id&quot;]}}。</translation>
    </message>
    <message>
        <source>The hook {name} ended with status {status}. Try it by hand.</source>
        <translation>钩子 {name} 以状态 {status} 结束。请手动试一试。</translation>
    </message>
    <message>
        <source>The hook {name} has no way to answer.</source>
        <translation>钩子 {name} 无法回答。</translation>
    </message>
    <message>
        <source>The hook {name} took longer than {patience} s, and was ended.</source>
        <translation>钩子 {name} 超过 {patience} 秒没有结束，已将它终止。</translation>
    </message>
    <message>
        <source>The hotkeys are watched again.</source>
        <translation>又在监视按键了。</translation>
    </message>
    <message>
        <source>The hotkeys cannot be watched: no X server answers.</source>
        <translation>无法监视按键：没有 X 服务器应答。</translation>
    </message>
    <message>
        <source>The keyboards&apos; device files can&apos;t be read. Give yourself the right (`sudo usermod -aG input $USER`, then log in again), knowing that every program of yours can then read every key; or bind `assistant press` and `assistant release` to a key of the desktop instead, which needs no rights.</source>
        <translation>无法读取键盘的设备文件。可以给自己授权（`sudo usermod -aG input $USER`，然后重新登录），但这样一来您的每个程序都能读到所有按键；也可以改为在桌面设置里把 `assistant press` 和 `assistant release` 绑定到一个键，无需任何权限。</translation>
    </message>
    <message>
        <source>The language model answers again.</source>
        <translation>语言模型又有应答了。</translation>
    </message>
    <message>
        <source>The language model asked for something that it may not do; nothing was done.</source>
        <translation>语言模型要求做它无权做的事，没有执行。</translation>
    </message>
    <message>
        <source>The language model gave no text back that could be used; nothing was changed.</source>
        <translation>语言模型没有返回可用的文字，没有改动。</translation>
    </message>
    <message>
        <source>The language model has asked for a lot within a minute; nothing more is done for it right now.</source>
        <translation>语言模型一分钟内要求得太多，暂时不再为它执行。</translation>
    </message>
    <message>
        <source>The language model would leave the text as it is.</source>
        <translation>语言模型认为这段文字无需修改。</translation>
    </message>
    <message>
        <source>The message bus does not answer ({error}).</source>
        <translation>消息总线没有应答（{error}）。</translation>
    </message>
    <message>
        <source>The message bus has gone.</source>
        <translation>消息总线已断开。</translation>
    </message>
    <message>
        <source>The microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>The microphone gives only silence: it is muted, unplugged or not permitted. Unmute it, or choose another one, in the sound settings.</source>
        <translation>麦克风只有静音：它被静音、拔掉或未获许可。请在声音设置里取消静音，或另选一个。</translation>
    </message>
    <message>
        <source>The microphone gives sound again.</source>
        <translation>麦克风又有声音了。</translation>
    </message>
    <message>
        <source>The microphone {name} can&apos;t be opened. Close other programs that use it, or choose another one.</source>
        <translation>无法打开麦克风 {name}。请关闭正在使用它的程序，或另选一个。</translation>
    </message>
    <message>
        <source>The model in use before goes on.</source>
        <translation>继续使用之前的模型。</translation>
    </message>
    <message>
        <source>The model runs all the same.</source>
        <translation>模型照常运行。</translation>
    </message>
    <message>
        <source>The note is gone.</source>
        <translation>笔记已删除。</translation>
    </message>
    <message>
        <source>The notes have changed since; nothing was removed.</source>
        <translation>笔记之后又改过，所以没有删除。</translation>
    </message>
    <message>
        <source>The notes in {file} can&apos;t be written ({why}).</source>
        <translation>无法写入笔记 {file}（{why}）。</translation>
    </message>
    <message>
        <source>The picture can&apos;t be written to {folder} ({why}).</source>
        <translation>无法把截图写入 {folder}（{why}）。</translation>
    </message>
    <message>
        <source>The picture is {file}.</source>
        <translation>截图已存为 {file}。</translation>
    </message>
    <message>
        <source>The player does not answer. {error}</source>
        <translation>播放器没有应答。{error}</translation>
    </message>
    <message>
        <source>The processor runs the model: {why}.</source>
        <translation>模型由处理器运行：{why}。</translation>
    </message>
    <message>
        <source>The recogniser crashed on {device}; the processor runs the model from now on.</source>
        <translation>识别程序在 {device} 上崩溃；从现在起由处理器运行模型。</translation>
    </message>
    <message>
        <source>The settings file is changed by another program again and again.</source>
        <translation>设置文件一再被另一个程序改动。</translation>
    </message>
    <message>
        <source>The settings were written by a newer version (schema {number}); what is not known stays.</source>
        <translation>设置是由更新的版本写的（schema {number}）；不认识的内容保持原样。</translation>
    </message>
    <message>
        <source>The sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing. Install it (Debian: apt install libportaudio2).</source>
        <translation>缺少声音库 PortAudio。请安装（Debian：apt install libportaudio2）。</translation>
    </message>
    <message>
        <source>The sound server does not answer.</source>
        <translation>声音服务没有应答。</translation>
    </message>
    <message>
        <source>The sound system does not answer. Restart it, or log in again.</source>
        <translation>声音系统没有应答。请重新启动它，或重新登录。</translation>
    </message>
    <message>
        <source>The sound system does not start ({error}). Is it running?</source>
        <translation>声音系统无法启动（{error}）。它在运行吗？</translation>
    </message>
    <message>
        <source>The state of keys can be asked for on Windows only.</source>
        <translation>只有在 Windows 上才能查询按键状态。</translation>
    </message>
    <message>
        <source>The system does not allow that.</source>
        <translation>系统不允许这样做。</translation>
    </message>
    <message>
        <source>The text is too long to take back by keys. Undo it in the program itself.</source>
        <translation>文字太长，无法用按键撤回。请在程序里自行撤销。</translation>
    </message>
    <message>
        <source>The timer can&apos;t be written down ({why}).</source>
        <translation>无法记下定时器（{why}）。</translation>
    </message>
    <message>
        <source>The timer of {seconds} is off.</source>
        <translation>{seconds}的定时器已取消。</translation>
    </message>
    <message>
        <source>The voice {argv} cannot be started ({why}): see voice under [consult].</source>
        <translation>无法启动语音程序 {argv}（{why}）：请看 [consult] 下的 voice。</translation>
    </message>
    <message>
        <source>The voice {argv} ended with status {returncode}. Try it by hand.</source>
        <translation>语音程序 {argv} 以状态 {returncode} 结束。请手动试一试。</translation>
    </message>
    <message>
        <source>The window did not take the text, and another program has the clipboard now.</source>
        <translation>窗口没有接收文字，而剪贴板现在已被另一个程序占用。</translation>
    </message>
    <message>
        <source>The window has not taken the text, so it is on the clipboard: paste it where you want it. A window that only hangs may still take it when it goes on.</source>
        <translation>窗口没有接收文字，所以文字在剪贴板上：请粘贴到需要的地方。如果窗口只是卡住，恢复后仍可能接收。</translation>
    </message>
    <message>
        <source>The window manager did not do it; it may not be able to, or the window asks first.</source>
        <translation>窗口管理器没有执行：它可能做不到，或者窗口要先询问。</translation>
    </message>
    <message>
        <source>The word could not be written down ({strerror}).</source>
        <translation>无法记下这个词（{strerror}）。</translation>
    </message>
    <message>
        <source>There are no notes yet. Say: take a note.</source>
        <translation>还没有笔记。请说：记一下。</translation>
    </message>
    <message>
        <source>There is no X display here, so nothing can be put on the clipboard. `assistant history show` prints it.</source>
        <translation>这里没有 X 显示，无法放到剪贴板上。`assistant history show` 会打印出来。</translation>
    </message>
    <message>
        <source>There is no audio file {path}.</source>
        <translation>没有音频文件 {path}。</translation>
    </message>
    <message>
        <source>There is no browser here. Install xdg-utils and a browser.</source>
        <translation>这里没有浏览器。请安装 xdg-utils 和一个浏览器。</translation>
    </message>
    <message>
        <source>There is no changed text that waits to be accepted.</source>
        <translation>没有等待接受的修改。</translation>
    </message>
    <message>
        <source>There is no command to repeat yet.</source>
        <translation>还没有可以重复的命令。</translation>
    </message>
    <message>
        <source>There is no command to take back.</source>
        <translation>没有可以撤销的命令。</translation>
    </message>
    <message>
        <source>There is no correction to choose.</source>
        <translation>没有可选的更正。</translation>
    </message>
    <message>
        <source>There is no correction to remember.</source>
        <translation>没有可记住的更正。</translation>
    </message>
    <message>
        <source>There is no kept text to type.</source>
        <translation>没有保留的文字可输入。</translation>
    </message>
    <message>
        <source>There is no key {name} here. {choice}</source>
        <translation>这里没有按键 {name}。{choice}</translation>
    </message>
    <message>
        <source>There is no microphone called {name}. Plug it in, or choose another one: {others}.</source>
        <translation>没有叫 {name} 的麦克风。请插上它，或另选一个：{others}。</translation>
    </message>
    <message>
        <source>There is no microphone. Plug one in, or switch it on in the sound settings.</source>
        <translation>没有麦克风。请插上一个，或在声音设置里启用。</translation>
    </message>
    <message>
        <source>There is no other reading of it.</source>
        <translation>没有别的识别结果。</translation>
    </message>
    <message>
        <source>There is no setting called {key}.{advice} `assistant settings list` shows all.</source>
        <translation>没有叫 {key} 的设置。{advice}`assistant settings list` 会列出全部设置。</translation>
    </message>
    <message>
        <source>There is no such key.</source>
        <translation>没有这样的按键。</translation>
    </message>
    <message>
        <source>There is no text to say.</source>
        <translation>没有要说的文字。</translation>
    </message>
    <message>
        <source>There is nothing left to take back.</source>
        <translation>没有可撤回的内容了。</translation>
    </message>
    <message>
        <source>These notifications can&apos;t be silenced.</source>
        <translation>这里的通知无法静音。</translation>
    </message>
    <message>
        <source>These words are too far from the caret to be selected by keys.</source>
        <translation>这些字离光标太远，无法用按键选中。</translation>
    </message>
    <message>
        <source>These words do not stand before the caret, as far as can be seen.</source>
        <translation>就目前所见，光标前没有这些字。</translation>
    </message>
    <message>
        <source>This X server has no XInput, without which keys cannot be watched.</source>
        <translation>这个 X 服务器没有 XInput，无法监视按键。</translation>
    </message>
    <message>
        <source>This X server&apos;s XInput is too old (2.2 is needed).</source>
        <translation>这个 X 服务器的 XInput 太旧（需要 2.2）。</translation>
    </message>
    <message>
        <source>This compositor gives no control of the clipboard (data-control).</source>
        <translation>这个合成器不提供对剪贴板的控制（data-control）。</translation>
    </message>
    <message>
        <source>This compositor has no seat, and so no keyboard.</source>
        <translation>这个合成器没有 seat，因此也没有键盘。</translation>
    </message>
    <message>
        <source>This compositor has no virtual keyboards (virtual-keyboard-v1).</source>
        <translation>这个合成器没有虚拟键盘（virtual-keyboard-v1）。</translation>
    </message>
    <message>
        <source>This desktop has no GlobalShortcuts portal. Bind `assistant press` and `assistant release` (or only `assistant toggle`) to a key in the desktop&apos;s own settings.</source>
        <translation>这个桌面没有 GlobalShortcuts 门户。请在桌面设置里把 `assistant press` 和 `assistant release`（或只用 `assistant toggle`）绑定到一个键。</translation>
    </message>
    <message>
        <source>This desktop has no RemoteDesktop portal.</source>
        <translation>这个桌面没有 RemoteDesktop 门户。</translation>
    </message>
    <message>
        <source>This desktop offers no way to do that ({deed}).</source>
        <translation>这个桌面无法做到（{deed}）。</translation>
    </message>
    <message>
        <source>This keyboard cannot press {missing}.</source>
        <translation>这个键盘无法按出 {missing}。</translation>
    </message>
    <message>
        <source>This keyboard has no {name}. {connection}</source>
        <translation>这个键盘没有 {name}。{connection}</translation>
    </message>
    <message>
        <source>This keyboard lacks the keys for it.</source>
        <translation>这个键盘缺少所需的键。</translation>
    </message>
    <message>
        <source>This screen has no light.</source>
        <translation>这个屏幕不能调节亮度。</translation>
    </message>
    <message>
        <source>This screen has too few colours for a picture.</source>
        <translation>这个屏幕颜色太少，无法截图。</translation>
    </message>
    <message>
        <source>This screen&apos;s brightness can&apos;t be changed from here.</source>
        <translation>无法从这里调节屏幕亮度。</translation>
    </message>
    <message>
        <source>This session has no message bus (DBUS_SESSION_BUS_ADDRESS is not set).</source>
        <translation>这个会话没有消息总线（没有设置 DBUS_SESSION_BUS_ADDRESS）。</translation>
    </message>
    <message>
        <source>This system has no Unix sockets, so programs can&apos;t control the assistant here; its hotkeys can.</source>
        <translation>本系统没有 Unix 套接字，其他程序无法控制助手；按键仍然可用。</translation>
    </message>
    <message>
        <source>This text has several lines, and a terminal may run each of them. It is kept: look at it, then choose “Type the last text”.</source>
        <translation>这段文字有好几行，终端可能会逐行执行。文字已保留：请先查看，再选“输入保留的文字”。</translation>
    </message>
    <message>
        <source>This window belongs to a program that runs as administrator, and Windows lets no other program type into it. The text is kept; start the assistant as administrator too, or paste it there yourself.</source>
        <translation>这个窗口属于以管理员身份运行的程序，Windows 不允许其他程序向它输入。文字已保留；请也以管理员身份启动助手，或自行粘贴。</translation>
    </message>
    <message>
        <source>To rewrite text the model has to see it: set sends_selection = true under [consult].</source>
        <translation>要改写文字，模型必须能看到它：请在 [consult] 下设置 sends_selection = true。</translation>
    </message>
    <message>
        <source>Today is {now}, {day}.</source>
        <translation>今天是 {day}，{now}。</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>Volume {percent} percent.</source>
        <translation>音量 {percent}%。</translation>
    </message>
    <message>
        <source>Wayland (portal)</source>
        <translation>Wayland（门户）</translation>
    </message>
    <message>
        <source>Wayland (wlroots)</source>
        <translation>Wayland（wlroots）</translation>
    </message>
    <message>
        <source>What is selected can&apos;t be replaced on this desktop.</source>
        <translation>这个桌面无法替换选中的文字。</translation>
    </message>
    <message>
        <source>What is selected in a terminal can&apos;t be replaced; the new text is kept.</source>
        <translation>终端里选中的文字无法替换；新文字已保留。</translation>
    </message>
    <message>
        <source>What the clipboard held before could not be kept in full.</source>
        <translation>剪贴板原来的内容未能完整保留。</translation>
    </message>
    <message>
        <source>What the clipboard holds can&apos;t be kept in full, so nothing was copied. Copy the text yourself.</source>
        <translation>剪贴板的内容无法完整保留，所以没有复制。请自行复制文字。</translation>
    </message>
    <message>
        <source>What was said for {{{name}}} holds control characters.</source>
        <translation>为 {{{name}}} 所说的内容含有控制字符。</translation>
    </message>
    <message>
        <source>What was said for {{{name}}} is too long.</source>
        <translation>为 {{{name}}} 所说的内容太长。</translation>
    </message>
    <message>
        <source>What was said for {{{name}}} looks like an option or a path.</source>
        <translation>为 {{{name}}} 所说的内容像是选项或路径。</translation>
    </message>
    <message>
        <source>Wherever you share it, name its source and authors and keep its name, SenseVoiceSmall.</source>
        <translation>分享时须注明来源和作者，并保留名称 SenseVoiceSmall。</translation>
    </message>
    <message>
        <source>Windows did not let the keys through. The text is kept.</source>
        <translation>Windows 没有放行按键。文字已保留。</translation>
    </message>
    <message>
        <source>Written down among your own words.</source>
        <translation>已记入您自己的词语。</translation>
    </message>
    <message>
        <source>You may use, copy, modify and share the model, and what you make of it.</source>
        <translation>您可以使用、复制、修改和分享该模型及其衍生成果。</translation>
    </message>
    <message>
        <source>[Errno {errno}] {strerror}</source>
        <translation>{strerror}（错误 {errno}）</translation>
    </message>
    <message>
        <source>[Errno {errno}] {strerror}: {filename!r}</source>
        <translation>{strerror}：{filename}（错误 {errno}）</translation>
    </message>
    <message>
        <source>`assistant consult use https://{name} --allow-remote` allows it, if that is what you want</source>
        <translation>如果确实要这样，可用 `assistant consult use https://{name} --allow-remote` 允许</translation>
    </message>
    <message>
        <source>`assistant history` shows what was said.</source>
        <translation>`assistant history` 可查看说过的内容。</translation>
    </message>
    <message>
        <source>a device or a pipe</source>
        <translation>设备或管道</translation>
    </message>
    <message>
        <source>a field runs past its end</source>
        <translation>有字段超出了末尾</translation>
    </message>
    <message>
        <source>a file with holes</source>
        <translation>稀疏文件</translation>
    </message>
    <message>
        <source>a hard link</source>
        <translation>硬链接</translation>
    </message>
    <message>
        <source>a hook reads its slots as JSON from its input; none goes into its arguments</source>
        <translation>钩子从输入中以 JSON 读取槽位，参数里不能放槽位</translation>
    </message>
    <message>
        <source>a list has either values, or a range = {{ from = 1, to = 9 }}, or words = 20</source>
        <translation>列表要么有 values，要么有 range = {{ from = 1, to = 9 }}，要么有 words = 20</translation>
    </message>
    <message>
        <source>a message of the compositor is too short</source>
        <translation>合成器发来的消息太短</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a number from {low} to {high}</source>
        <translation>{low} 到 {high} 的数</translation>
    </message>
    <message>
        <source>a number, 0 or more</source>
        <translation>不小于 0 的数</translation>
    </message>
    <message>
        <source>a quote that is not closed, or not opened where a word begins</source>
        <translation>引号没有闭合，或不在词的开头</translation>
    </message>
    <message>
        <source>a rule holds words only; put lists and other rules into the templates</source>
        <translation>规则里只能放词语；列表和其他规则请放进模板</translation>
    </message>
    <message>
        <source>a rule is /regular expression/ =&gt; text</source>
        <translation>规则应写作 /正则表达式/ =&gt; 文字</translation>
    </message>
    <message>
        <source>a server</source>
        <translation>一个服务器</translation>
    </message>
    <message>
        <source>a symbolic link</source>
        <translation>符号链接</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>一个表</translation>
    </message>
    <message>
        <source>a table as it should be ({it})</source>
        <translation>正确的表（{it}）</translation>
    </message>
    <message>
        <source>a table with {needed}</source>
        <translation>含有 {needed} 的表</translation>
    </message>
    <message>
        <source>a template with free words has to begin with words, so that it does not swallow what is said</source>
        <translation>含自由词语的模板必须以固定词语开头，以免吞掉所说的话</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>引号中的文字</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a whole number from {low} to {high}</source>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <source>a whole number, 0 or more</source>
        <translation>不小于 0 的整数</translation>
    </message>
    <message>
        <source>a {missing} is missing</source>
        <translation>缺少 {missing}</translation>
    </message>
    <message>
        <source>action needs exactly one of {verb}</source>
        <translation>action 必须正好有其中一项：{verb}</translation>
    </message>
    <message>
        <source>an address without numbers is none</source>
        <translation>没有数字的地址无效</translation>
    </message>
    <message>
        <source>an assistant is running (process {it}) at {address}</source>
        <translation>助手正在运行（进程 {it}），地址 {address}</translation>
    </message>
    <message>
        <source>another address</source>
        <translation>另一个地址</translation>
    </message>
    <message>
        <source>another assistant is at work on {name}; waiting for it</source>
        <translation>另一个助手正在处理 {name}，正在等它</translation>
    </message>
    <message>
        <source>another assistant is fetching {name}; waiting for it</source>
        <translation>另一个助手正在下载 {name}，正在等它</translation>
    </message>
    <message>
        <source>answers are spoken by {name}</source>
        <translation>回答由 {name} 朗读</translation>
    </message>
    <message>
        <source>answers are spoken by {program}</source>
        <translation>回答由 {program} 朗读</translation>
    </message>
    <message>
        <source>answers are spoken through Qt, by its engine {name}</source>
        <translation>回答通过 Qt 的语音引擎 {name} 朗读</translation>
    </message>
    <message>
        <source>at line </source>
        <translation>位于第</translation>
    </message>
    <message>
        <source>bind `assistant press` and `assistant release`, or only `assistant toggle`, to a key of the desktop</source>
        <translation>请把 `assistant press` 和 `assistant release`（或只用 `assistant toggle`）绑定到桌面的一个键</translation>
    </message>
    <message>
        <source>by {author}</source>
        <translation>作者：{author}</translation>
    </message>
    <message>
        <source>check its brackets</source>
        <translation>请检查括号</translation>
    </message>
    <message>
        <source>comes with the assistant</source>
        <translation>随助手附带</translation>
    </message>
    <message>
        <source>command &quot;{it}&quot;: </source>
        <translation>命令“{it}”：</translation>
    </message>
    <message>
        <source>command &quot;{name}&quot; ({language})</source>
        <translation>命令“{name}”（{language}）</translation>
    </message>
    <message>
        <source>command &quot;{name}&quot; ({language}): {message}</source>
        <translation>命令“{name}”（{language}）：{message}</translation>
    </message>
    <message>
        <source>command &quot;{name}&quot;: it can&apos;t be changed; choose another id</source>
        <translation>命令“{name}”：不能更改，请另选 id</translation>
    </message>
    <message>
        <source>command &quot;{name}&quot;: it has no action, and no other pack has one</source>
        <translation>命令“{name}”：没有 action，其他命令包里也没有</translation>
    </message>
    <message>
        <source>danger has to be {least} or more for what this command does</source>
        <translation>就这条命令的作用而言，danger 至少应为 {least}</translation>
    </message>
    <message>
        <source>default microphone</source>
        <translation>默认麦克风</translation>
    </message>
    <message>
        <source>each of the values is a text, or {{ en = &apos;...&apos;, zh = &apos;...&apos;, out = &apos;...&apos; }}</source>
        <translation>values 的每一项应为文字，或 {{ en = &apos;...&apos;, zh = &apos;...&apos;, out = &apos;...&apos; }}</translation>
    </message>
    <message>
        <source>each of the values says how it is spoken: {{ en = &apos;...&apos;, out = &apos;...&apos; }}</source>
        <translation>values 的每一项要写明怎么说：{{ en = &apos;...&apos;, out = &apos;...&apos; }}</translation>
    </message>
    <message>
        <source>examples.{language} has no templates to match: write {language} = [&apos;...&apos;]</source>
        <translation>examples.{language} 没有可匹配的模板：请写 {language} = [&apos;...&apos;]</translation>
    </message>
    <message>
        <source>fell silent</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>has a weight that is not a number from 0 to {heaviest}</source>
        <translation>权重不是 0 到 {heaviest} 的数</translation>
    </message>
    <message>
        <source>has changed on the disk</source>
        <translation>在磁盘上已改变</translation>
    </message>
    <message>
        <source>history {name}: {error}</source>
        <translation>历史记录 {name}：{error}</translation>
    </message>
    <message>
        <source>holds more than {longest} characters; put long texts into the snippets</source>
        <translation>超过 {longest} 个字符；长文字请放进短语</translation>
    </message>
    <message>
        <source>holds no word</source>
        <translation>没有词语</translation>
    </message>
    <message>
        <source>hotkeys: none; `assistant toggle` begins and ends</source>
        <translation>按键：无；用 `assistant toggle` 开始和结束</translation>
    </message>
    <message>
        <source>hotkeys: {named}</source>
        <translation>按键：{named}</translation>
    </message>
    <message>
        <source>http is one whole address; slots are sent as JSON</source>
        <translation>http 是一个完整的地址；槽位以 JSON 发送</translation>
    </message>
    <message>
        <source>is back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>it can&apos;t be said in any language; write en = [&apos;...&apos;]</source>
        <translation>它在任何语言中都说不出来；请写 en = [&apos;...&apos;]</translation>
    </message>
    <message>
        <source>it claims {count} weights where its bytes hold far fewer</source>
        <translation>它声称有 {count} 个权重，实际字节远远不够</translation>
    </message>
    <message>
        <source>it crashed when it was tried</source>
        <translation>试用时崩溃了</translation>
    </message>
    <message>
        <source>it defines operators of its own</source>
        <translation>它自己定义了算子</translation>
    </message>
    <message>
        <source>it has an entry with an impossible name ({name})</source>
        <translation>其中有一项的名称无效（{name}）</translation>
    </message>
    <message>
        <source>it has more than {most_entries} entries</source>
        <translation>其中超过 {most_entries} 项</translation>
    </message>
    <message>
        <source>it has no examples; write examples = {{ {language} = [&apos;...&apos;] }}</source>
        <translation>它没有例子；请写 examples = {{ {language} = [&apos;...&apos;] }}</translation>
    </message>
    <message>
        <source>it holds {name!r} twice</source>
        <translation>其中 {name} 出现了两次</translation>
    </message>
    <message>
        <source>it is larger than a list of words can be</source>
        <translation>作为词表太大了</translation>
    </message>
    <message>
        <source>it is larger than settings can be</source>
        <translation>作为设置太大了</translation>
    </message>
    <message>
        <source>it is locked with a password</source>
        <translation>它加了密码</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套太深</translation>
    </message>
    <message>
        <source>it is the Cantonese fine-tune of 2025-09-09, which writes no punctuation and no digits and names the wrong language; install the model of 2024-07-17 instead</source>
        <translation>这是 2025-09-09 的粤语微调版，不写标点和数字，还会标错语言；请改装 2024-07-17 的模型</translation>
    </message>
    <message>
        <source>it needs operators that are not ONNX Runtime&apos;s own ({domain!r})</source>
        <translation>它需要 ONNX Runtime 以外的算子（{domain}）</translation>
    </message>
    <message>
        <source>it would unpack to more than {limit} MB</source>
        <translation>解压后会超过 {limit} MB</translation>
    </message>
    <message>
        <source>its action needs {{{name}}}, which not every template has</source>
        <translation>它的 action 需要 {{{name}}}，但并非每个模板都有</translation>
    </message>
    <message>
        <source>its graphs are nested without end</source>
        <translation>它的图无限嵌套</translation>
    </message>
    <message>
        <source>its operator {operator} reads other files</source>
        <translation>它的算子 {operator} 会读取其他文件</translation>
    </message>
    <message>
        <source>its weights are said to lie beyond the end of {name!r}</source>
        <translation>它的权重位置超出了 {name} 的末尾</translation>
    </message>
    <message>
        <source>its weights lie in {name!r}, which is not beside it</source>
        <translation>它的权重在 {name} 中，而该文件不在旁边</translation>
    </message>
    <message>
        <source>its weights point to a file outside its folder ({name!r})</source>
        <translation>它的权重指向文件夹之外的文件（{name}）</translation>
    </message>
    <message>
        <source>language {name!r} is unknown to {name2}; it knows {known}</source>
        <translation>{name2} 不认识语言 {name}；它认识 {known}</translation>
    </message>
    <message>
        <source>list {{{name}}} is not defined{name2}</source>
        <translation>列表 {{{name}}} 没有定义{name2}</translation>
    </message>
    <message>
        <source>macOS does not let the assistant see keys yet. Open System Settings, Privacy &amp; Security, Accessibility, switch the assistant on there and start it again; or bind `assistant toggle` to a key by other means.</source>
        <translation>macOS 还不允许助手读取按键。请打开“系统设置 → 隐私与安全性 → 辅助功能”，启用助手后重新启动它；或用其他方式把 `assistant toggle` 绑定到一个键。</translation>
    </message>
    <message>
        <source>macOS does not let the assistant type. The text is on the clipboard: paste it, and allow the assistant in System Settings, Privacy &amp; Security, Accessibility.</source>
        <translation>macOS 不允许助手输入。文字在剪贴板上：请先粘贴，再到“系统设置 → 隐私与安全性 → 辅助功能”中允许助手。</translation>
    </message>
    <message>
        <source>message bus</source>
        <translation>消息总线</translation>
    </message>
    <message>
        <source>more than the {size} bytes of {name} came</source>
        <translation>收到的内容超过 {name} 应有的 {size} 字节</translation>
    </message>
    <message>
        <source>more than {most_choices} choices in one template; write several templates</source>
        <translation>一个模板里的选择超过 {most_choices} 个；请分成几个模板</translation>
    </message>
    <message>
        <source>names no other writing after {alias}</source>
        <translation>{alias} 之后没有写其他写法</translation>
    </message>
    <message>
        <source>names no word after {not_beside}</source>
        <translation>{not_beside} 之后没有写词语</translation>
    </message>
    <message>
        <source>nano came with the assistant and stays: it is what runs when nothing else does</source>
        <translation>nano 随助手附带，不能删除：没有别的模型可用时由它运行</translation>
    </message>
    <message>
        <source>no assistant is running; `assistant press` will find it at {address}</source>
        <translation>助手没有运行；`assistant press` 会在 {address} 找到它</translation>
    </message>
    <message>
        <source>no connection to {host} ({cause})</source>
        <translation>无法连接 {host}（{cause}）</translation>
    </message>
    <message>
        <source>no desktop (printing)</source>
        <translation>无桌面（打印）</translation>
    </message>
    <message>
        <source>no encrypted connection to {host} ({reason})</source>
        <translation>无法与 {host} 建立加密连接（{reason}）</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>没有文件</translation>
    </message>
    <message>
        <source>no hotkey can be watched here; {hotkey_advice}</source>
        <translation>这里无法监视按键；{hotkey_advice}</translation>
    </message>
    <message>
        <source>no known status</source>
        <translation>未知状态</translation>
    </message>
    <message>
        <source>no language model is switched on, so no connection is opened</source>
        <translation>没有启用语言模型，因此不会打开任何连接</translation>
    </message>
    <message>
        <source>no microphone</source>
        <translation>没有麦克风</translation>
    </message>
    <message>
        <source>no model {name!r} is installed; `assistant models list` shows those that are</source>
        <translation>没有安装模型 {name}；`assistant models list` 会列出已安装的</translation>
    </message>
    <message>
        <source>no server is named: `assistant consult servers` shows those on this computer</source>
        <translation>没有指定服务器：`assistant consult servers` 会列出本机上的服务器</translation>
    </message>
    <message>
        <source>no window</source>
        <translation>没有窗口</translation>
    </message>
    <message>
        <source>nobody answers at {server} (`assistant consult servers` looks for others): is its server started?</source>
        <translation>{server} 没有应答（`assistant consult servers` 可查找其他服务器）：服务器启动了吗？</translation>
    </message>
    <message>
        <source>none found; plug one in, or start the sound server</source>
        <translation>没有找到；请插上一个，或启动声音服务</translation>
    </message>
    <message>
        <source>none; `assistant toggle` begins and ends</source>
        <translation>无；用 `assistant toggle` 开始和结束</translation>
    </message>
    <message>
        <source>nothing is installed that could run it on {device}</source>
        <translation>没有安装能在 {device} 上运行它的组件</translation>
    </message>
    <message>
        <source>nothing tells where one free slot ends and the next begins; put words between them</source>
        <translation>两个自由槽位之间无法区分；请在中间放上词语</translation>
    </message>
    <message>
        <source>nothing was left undelivered</source>
        <translation>没有遗留未送达的录音</translation>
    </message>
    <message>
        <source>nothing was sent, since the log of that can&apos;t be written: {file} ({strerror})</source>
        <translation>无法写入发送日志 {file}（{strerror}），所以没有发送</translation>
    </message>
    <message>
        <source>of this version.</source>
        <translation>不属于这个版本。</translation>
    </message>
    <message>
        <source>one line of the reply is longer than {longest} kB; the rest was not read</source>
        <translation>回复中有一行超过 {longest} kB；其余没有读取</translation>
    </message>
    <message>
        <source>one of {options}</source>
        <translation>{options} 之一</translation>
    </message>
    <message>
        <source>open a web browser, sign in to this network, and then </source>
        <translation>请打开网页浏览器登录这个网络，然后</translation>
    </message>
    <message>
        <source>open {app!r}</source>
        <translation>打开 {app}</translation>
    </message>
    <message>
        <source>open {url}</source>
        <translation>打开 {url}</translation>
    </message>
    <message>
        <source>open_url begins with https:// and the name of the site</source>
        <translation>open_url 应以 https:// 和网站名开头</translation>
    </message>
    <message>
        <source>option of this action</source>
        <translation>这个操作的选项</translation>
    </message>
    <message>
        <source>out has to be a text or a number</source>
        <translation>out 必须是文字或数字</translation>
    </message>
    <message>
        <source>pactl is missing, so the loudness can&apos;t be changed. Install pulseaudio-utils.</source>
        <translation>缺少 pactl，无法调节音量。请安装 pulseaudio-utils。</translation>
    </message>
    <message>
        <source>permutations (a; b) are not supported; write both orders</source>
        <translation>不支持排列 (a; b)；请把两种顺序都写出来</translation>
    </message>
    <message>
        <source>plug-in {entry} {slots}</source>
        <translation>插件 {entry} {slots}</translation>
    </message>
    <message>
        <source>press {chords}</source>
        <translation>按下 {chords}</translation>
    </message>
    <message>
        <source>press {chords} {times} times</source>
        <translation>按下 {chords}，{times} 次</translation>
    </message>
    <message>
        <source>put into ~/.config/hypr/hyprland.conf: `bind = , {key}, exec, assistant press` and `bindr = , {key}, exec, assistant release`</source>
        <translation>请写入 ~/.config/hypr/hyprland.conf：`bind = , {key}, exec, assistant press` 和 `bindr = , {key}, exec, assistant release`</translation>
    </message>
    <message>
        <source>put into ~/.config/river/init: `riverctl map normal None {key} spawn &apos;assistant press&apos;` and `riverctl map -release normal None {key} spawn &apos;assistant release&apos;`</source>
        <translation>请写入 ~/.config/river/init：`riverctl map normal None {key} spawn &apos;assistant press&apos;` 和 `riverctl map -release normal None {key} spawn &apos;assistant release&apos;`</translation>
    </message>
    <message>
        <source>put into ~/.config/sway/config: `bindsym --no-repeat {key} exec assistant press` and `bindsym --release {key} exec assistant release`</source>
        <translation>请写入 ~/.config/sway/config：`bindsym --no-repeat {key} exec assistant press` 和 `bindsym --release {key} exec assistant release`</translation>
    </message>
    <message>
        <source>python names an entry point: &apos;package.module:function&apos;</source>
        <translation>python 应写入口点：&apos;package.module:function&apos;</translation>
    </message>
    <message>
        <source>range has to go upwards, over at most {most_numbers} numbers</source>
        <translation>range 必须递增，且不超过 {most_numbers} 个数</translation>
    </message>
    <message>
        <source>recognition was cancelled</source>
        <translation>识别已取消</translation>
    </message>
    <message>
        <source>rule &lt;{name}&gt; can&apos;t be used; {written}</source>
        <translation>规则 &lt;{name}&gt; 无法使用；{written}</translation>
    </message>
    <message>
        <source>rule &lt;{rule_name}&gt; is not defined{rule_name2}</source>
        <translation>规则 &lt;{rule_name}&gt; 没有定义{rule_name2}</translation>
    </message>
    <message>
        <source>run the same command again to go on, name another --mirror, or import the files from a folder</source>
        <translation>再次下载即可继续；也可以换一个镜像，或从文件夹导入</translation>
    </message>
    <message>
        <source>run {repr}</source>
        <translation>运行 {repr}</translation>
    </message>
    <message>
        <source>run {repr} {slots}</source>
        <translation>运行 {repr} {slots}</translation>
    </message>
    <message>
        <source>that is more text than the model at {server} can take; start it with a longer context</source>
        <translation>文字超过了 {server} 上的模型能处理的长度；请用更长的上下文启动它</translation>
    </message>
    <message>
        <source>that is no key: one line of letters, digits and signs is one</source>
        <translation>这不是密钥：密钥是一行字母、数字和符号</translation>
    </message>
    <message>
        <source>the CMVN of {graph} has {size} numbers and not {features}</source>
        <translation>{graph} 的 CMVN 有 {size} 个数，而不是 {features} 个</translation>
    </message>
    <message>
        <source>the CMVN of {graph} is damaged: {error}</source>
        <translation>{graph} 的 CMVN 已损坏：{error}</translation>
    </message>
    <message>
        <source>the address of {host} holds more than an address; a key goes to `assistant consult key set`</source>
        <translation>{host} 的地址里有地址以外的内容；密钥请用 `assistant consult key set` 保存</translation>
    </message>
    <message>
        <source>the answer was cancelled</source>
        <translation>回答已取消</translation>
    </message>
    <message>
        <source>the catalogue has no model {name!r}; it has {known}</source>
        <translation>模型清单里没有 {name}；有 {known}</translation>
    </message>
    <message>
        <source>the catalogue names no mirror for {name}; import it from a folder</source>
        <translation>模型清单没有为 {name} 列出镜像；请从文件夹导入</translation>
    </message>
    <message>
        <source>the catalogue {place} is damaged: an entry lacks {error}</source>
        <translation>模型清单 {place} 已损坏：有一项缺少 {error}</translation>
    </message>
    <message>
        <source>the catalogue {place} is damaged: {error}</source>
        <translation>模型清单 {place} 已损坏：{error}</translation>
    </message>
    <message>
        <source>the certificate of {host} is not trusted here ({verify_message}); a company&apos;s proxy may have put its own in place</source>
        <translation>{host} 的证书在这里不受信任（{verify_message}）；可能是公司代理换成了自己的证书</translation>
    </message>
    <message>
        <source>the certificate of {host} is not trusted here, so it may be another; nothing was sent</source>
        <translation>{host} 的证书在这里不受信任，可能是冒充的；什么都没有发送</translation>
    </message>
    <message>
        <source>the connection to {host} breaks again and again</source>
        <translation>与 {host} 的连接一再中断</translation>
    </message>
    <message>
        <source>the connection to {host} went somewhere else</source>
        <translation>与 {host} 的连接被引到了别处</translation>
    </message>
    <message>
        <source>the connection to {server} broke: has its server ended?</source>
        <translation>与 {server} 的连接中断了：服务器退出了吗？</translation>
    </message>
    <message>
        <source>the disk has no room for the {missing} MB still to come into {parent}: make some, then run the same command again; what has been downloaded is kept</source>
        <translation>磁盘放不下 {parent} 还需要的 {missing} MB：请腾出空间后再次下载；已下载的部分会保留</translation>
    </message>
    <message>
        <source>the download was cancelled; what has arrived is kept</source>
        <translation>下载已取消；已下载的部分会保留</translation>
    </message>
    <message>
        <source>the example {example!r} does not match it{meant}</source>
        <translation>例子 {example} 与它不匹配{meant}</translation>
    </message>
    <message>
        <source>the example {example!r} matches {name} as well ({place})</source>
        <translation>例子 {example} 同时匹配 {name}（{place}）</translation>
    </message>
    <message>
        <source>the file can&apos;t be read: {error}</source>
        <translation>无法读取文件：{error}</translation>
    </message>
    <message>
        <source>the file is larger than {largest} kB; split it</source>
        <translation>文件超过 {largest} kB；请拆分</translation>
    </message>
    <message>
        <source>the folder is somebody else&apos;s</source>
        <translation>这个文件夹属于别人</translation>
    </message>
    <message>
        <source>the history was written by a newer assistant (schema {version}); update this one</source>
        <translation>历史记录是由更新版本的助手写的（schema {version}）；请更新本程序</translation>
    </message>
    <message>
        <source>the hook was cancelled</source>
        <translation>钩子已取消</translation>
    </message>
    <message>
        <source>the ids do not run from 0 without a gap</source>
        <translation>编号不是从 0 起连续的</translation>
    </message>
    <message>
        <source>the keyring does not keep the key</source>
        <translation>密钥环没有存住密钥</translation>
    </message>
    <message>
        <source>the keyring does not open (unlock it and set the key again)</source>
        <translation>密钥环打不开（请解锁后重新设置密钥）</translation>
    </message>
    <message>
        <source>the keyring does not open: unlock it and try again</source>
        <translation>无法打开密钥环：请解锁后再试</translation>
    </message>
    <message>
        <source>the keyring does not take the key</source>
        <translation>密钥环不接受密钥</translation>
    </message>
    <message>
        <source>the keyring has no key for {origin}: assistant consult key set {origin}</source>
        <translation>密钥环里没有 {origin} 的密钥：assistant consult key set {origin}</translation>
    </message>
    <message>
        <source>the keyring with the key for {origin} is gone: assistant consult key set {origin}</source>
        <translation>存有 {origin} 密钥的密钥环已不存在：assistant consult key set {origin}</translation>
    </message>
    <message>
        <source>the language model had not begun to answer after {seconds} s: is it too large here?</source>
        <translation>语言模型 {seconds} 秒后仍未开始回答：它对这台电脑来说太大了吗？</translation>
    </message>
    <message>
        <source>the language model had not ended after {seconds} s</source>
        <translation>语言模型 {seconds} 秒后仍未答完</translation>
    </message>
    <message>
        <source>the language model is switched off, so nobody is asked: `assistant consult on` switches it on</source>
        <translation>语言模型已关闭，因此不会提问：`assistant consult on` 可开启它</translation>
    </message>
    <message>
        <source>the language model said nothing more for {seconds} s</source>
        <translation>语言模型 {seconds} 秒没有新的内容</translation>
    </message>
    <message>
        <source>the list of files of {name} is damaged: remove the model and install it again</source>
        <translation>{name} 的文件清单已损坏：请移除该模型后重新安装</translation>
    </message>
    <message>
        <source>the model asks for more tools at once than anybody could want</source>
        <translation>模型一次要求的工具多得不合理</translation>
    </message>
    <message>
        <source>the model does not run: {error}</source>
        <translation>模型无法运行：{error}</translation>
    </message>
    <message>
        <source>the model was closed while it was loaded</source>
        <translation>模型在加载时被关闭</translation>
    </message>
    <message>
        <source>the other end of the pipe is closed</source>
        <translation>管道的另一端已关闭</translation>
    </message>
    <message>
        <source>the pack &quot;{name}&quot; is in {first} already; name it otherwise</source>
        <translation>命令包“{name}”已在 {first} 中；请换个名称</translation>
    </message>
    <message>
        <source>the pack names the program; a slot can&apos;t</source>
        <translation>程序由命令包指定，不能用槽位</translation>
    </message>
    <message>
        <source>the path of a folder</source>
        <translation>文件夹路径</translation>
    </message>
    <message>
        <source>the proxy before {host} wants a name and a password (407)</source>
        <translation>{host} 前面的代理要求用户名和密码（407）</translation>
    </message>
    <message>
        <source>the recogniser crashed {attempts} times in a row (exit status {status}); if that happens again, install {name} anew or choose another model</source>
        <translation>识别程序连续崩溃 {attempts} 次（退出状态 {status}）；如果再次发生，请重新安装 {name} 或另选模型</translation>
    </message>
    <message>
        <source>the recogniser&apos;s process cannot be started: {error}</source>
        <translation>无法启动识别进程：{error}</translation>
    </message>
    <message>
        <source>the regular expression is wrong: {error}</source>
        <translation>正则表达式有误：{error}</translation>
    </message>
    <message>
        <source>the reply is larger than {largest} MB; the rest was not read</source>
        <translation>回复超过 {largest} MB；其余没有读取</translation>
    </message>
    <message>
        <source>the reply of the language model had no end</source>
        <translation>语言模型的回复没有结尾</translation>
    </message>
    <message>
        <source>the request was cancelled</source>
        <translation>请求已取消</translation>
    </message>
    <message>
        <source>the schema of a tool or of a reply is no JSON: that is an error in a pack</source>
        <translation>工具或回复的 schema 不是 JSON：这是命令包里的错误</translation>
    </message>
    <message>
        <source>the server at {server} failed ({status}); its log says why</source>
        <translation>{server} 上的服务器出错（{status}）；原因见它的日志</translation>
    </message>
    <message>
        <source>the server of the language model broke off in the middle of its reply</source>
        <translation>语言模型的服务器在回复中途断开了</translation>
    </message>
    <message>
        <source>the server of the language model failed in the middle of its reply; its log says why</source>
        <translation>语言模型的服务器在回复中途出错；原因见它的日志</translation>
    </message>
    <message>
        <source>the server of the language model was not reached within {seconds} s: is its name right, and is there a network?</source>
        <translation>{seconds} 秒内没有连上语言模型的服务器：名称对吗？有网络吗？</translation>
    </message>
    <message>
        <source>the server sent a stream without a reply in it: is it the server of a language model?</source>
        <translation>服务器发来的数据流里没有回复：它是语言模型的服务器吗？</translation>
    </message>
    <message>
        <source>the server sent something that is no chat reply: is it an OpenAI-compatible server?</source>
        <translation>服务器发来的不是对话回复：它是兼容 OpenAI 的服务器吗？</translation>
    </message>
    <message>
        <source>the server you chose</source>
        <translation>您指定的服务器</translation>
    </message>
    <message>
        <source>the settings were not changed: {problems} Repair {path} first</source>
        <translation>设置没有更改：{problems}请先修复 {path}</translation>
    </message>
    <message>
        <source>the template is empty</source>
        <translation>模板是空的</translation>
    </message>
    <message>
        <source>the template is longer than {longest} characters; write several</source>
        <translation>模板超过 {longest} 个字符；请分成几个</translation>
    </message>
    <message>
        <source>the template {template!r} can&apos;t be read; write it more simply</source>
        <translation>模板 {template} 无法读取；请写得简单些</translation>
    </message>
    <message>
        <source>the template {template!r} can&apos;t be read; {template2}</source>
        <translation>模板 {template} 无法读取；{template2}</translation>
    </message>
    <message>
        <source>the tokens file of {folder} is damaged: {error}</source>
        <translation>{folder} 的 tokens 文件已损坏：{error}</translation>
    </message>
    <message>
        <source>the voice {program} is not there: see voice under [consult]</source>
        <translation>没有语音程序 {program}：请看 [consult] 下的 voice</translation>
    </message>
    <message>
        <source>there is no catalogue {place}</source>
        <translation>没有模型清单 {place}</translation>
    </message>
    <message>
        <source>there is no display {name}</source>
        <translation>没有显示 {name}</translation>
    </message>
    <message>
        <source>there is no display, so text has nowhere to go: start it inside your desktop session</source>
        <translation>没有图形显示，文字无处可去：请在桌面会话中启动</translation>
    </message>
    <message>
        <source>there is no key for {origin}</source>
        <translation>没有 {origin} 的密钥</translation>
    </message>
    <message>
        <source>there is no keyring on this system</source>
        <translation>本系统没有密钥环</translation>
    </message>
    <message>
        <source>there is no model folder {place}</source>
        <translation>没有模型文件夹 {place}</translation>
    </message>
    <message>
        <source>there is no model {name!r}; there are {known}</source>
        <translation>没有模型 {name}；有 {known}</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>this is not TOML: {error}</source>
        <translation>这不是 TOML：{error}</translation>
    </message>
    <message>
        <source>this is the demo model, for English commands; {real_model}</source>
        <translation>这是演示模型，只懂英文命令；{real_model}</translation>
    </message>
    <message>
        <source>this network wants you to sign in first (511)</source>
        <translation>这个网络要求先登录（511）</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>trying {name}, which holds the same files</source>
        <translation>改用 {name}，内含相同的文件</translation>
    </message>
    <message>
        <source>type {text!r}</source>
        <translation>输入 {text}</translation>
    </message>
    <message>
        <source>until this is mended the commands of before go on</source>
        <translation>修好之前继续使用原来的命令</translation>
    </message>
    <message>
        <source>use four characters or more: 你好小助</source>
        <translation>请用四个字或更多：你好小助</translation>
    </message>
    <message>
        <source>use two words or more, of three syllables or more: hey computer</source>
        <translation>请用两个词或更多，至少三个音节：hey computer</translation>
    </message>
    <message>
        <source>values has to be a list with something in it</source>
        <translation>values 必须是非空的列表</translation>
    </message>
    <message>
        <source>what an earlier run left was damaged; starting over</source>
        <translation>上次留下的部分已损坏；重新开始</translation>
    </message>
    <message>
        <source>what answers at {server} speaks no HTTP: is the port right?</source>
        <translation>{server} 上应答的不是 HTTP：端口对吗？</translation>
    </message>
    <message>
        <source>what describes its entries is larger than any model needs</source>
        <translation>它的条目描述大得不合理</translation>
    </message>
    <message>
        <source>what is for the language model may leave this computer for {url}</source>
        <translation>给语言模型的内容可能离开这台电脑，发往 {url}</translation>
    </message>
    <message>
        <source>what is said =&gt; what is written</source>
        <translation>说出的 =&gt; 写成的</translation>
    </message>
    <message>
        <source>what {host} sent has the wrong SHA-256, and was thrown away</source>
        <translation>{host} 发来的内容 SHA-256 不符，已丢弃</translation>
    </message>
    <message>
        <source>when.emotion and when.sound are for commands of danger 0 only</source>
        <translation>when.emotion 和 when.sound 只能用于 danger 为 0 的命令</translation>
    </message>
    <message>
        <source>window manager</source>
        <translation>窗口管理器</translation>
    </message>
    <message>
        <source>without XWayland there is no overlay; install xwayland and log in again</source>
        <translation>没有 XWayland 就没有浮层；请安装 xwayland 后重新登录</translation>
    </message>
    <message>
        <source>write [[{key}]] before each {key}</source>
        <translation>每个 {key} 之前请写 [[{key}]]</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>您自己的</translation>
    </message>
    <message>
        <source>{archive} is not used: {refused}</source>
        <translation>没有使用 {archive}：{refused}</translation>
    </message>
    <message>
        <source>{argv} cannot be started ({why}).</source>
        <translation>无法启动 {argv}（{why}）。</translation>
    </message>
    <message>
        <source>{argv} ended at once, with status {status}.</source>
        <translation>{argv} 一启动就以状态 {status} 结束了。</translation>
    </message>
    <message>
        <source>{bus_name} does not answer ({error}).</source>
        <translation>{bus_name} 没有应答（{error}）。</translation>
    </message>
    <message>
        <source>{chosen} is the name of a model of the catalogue: add --name OTHER</source>
        <translation>{chosen} 是模型清单中已有的名称：请加 --name 另起名称</translation>
    </message>
    <message>
        <source>{count!r} is no number from 1 to {most}.</source>
        <translation>{count} 不是 1 到 {most} 的数。</translation>
    </message>
    <message>
        <source>{count} taken back; then: {message}</source>
        <translation>已撤回 {count} 段；然后：{message}</translation>
    </message>
    <message>
        <source>{default} ({names} found)</source>
        <translation>{default}（找到 {names} 个）</translation>
    </message>
    <message>
        <source>{device} failed ({error}); the processor runs the model from now on.</source>
        <translation>{device} 出错（{error}）；从现在起由处理器运行模型。</translation>
    </message>
    <message>
        <source>{device} is slower than the processor</source>
        <translation>{device} 比处理器还慢</translation>
    </message>
    <message>
        <source>{device}: {name} cannot be loaded: {error}</source>
        <translation>{device}：无法加载 {name}：{error}</translation>
    </message>
    <message>
        <source>{device}: {name} finds no device on this machine</source>
        <translation>{device}：{name} 在这台电脑上找不到设备</translation>
    </message>
    <message>
        <source>{differences} of {trial} frames differ from the processor&apos;s</source>
        <translation>{trial} 帧中有 {differences} 帧与处理器的结果不同</translation>
    </message>
    <message>
        <source>{due} left.</source>
        <translation>还剩 {due}。</translation>
    </message>
    <message>
        <source>{error} Dictation goes on without polish.</source>
        <translation>{error}听写继续，但不润色。</translation>
    </message>
    <message>
        <source>{error} The recording is kept.</source>
        <translation>{error}录音已保留。</translation>
    </message>
    <message>
        <source>{error} What was set before goes on.</source>
        <translation>{error}继续使用之前的设置。</translation>
    </message>
    <message>
        <source>{error} in {name}, line {lineno}</source>
        <translation>{error}，{name} 第 {lineno} 行</translation>
    </message>
    <message>
        <source>{error}; asking the next mirror</source>
        <translation>{error}；改用下一个镜像</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read; delete it and set the keys again</source>
        <translation>无法读取 {file}；请删除它并重新设置密钥</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written ({strerror})</source>
        <translation>无法写入 {file}（{strerror}）</translation>
    </message>
    <message>
        <source>{first} and {paths} more</source>
        <translation>{first} 等另外 {paths} 个</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be written to; give yourself the rights to {existing}</source>
        <translation>无法写入 {folder}；请给自己 {existing} 的写入权限</translation>
    </message>
    <message>
        <source>{folder} holds no vocabulary: tokens.json or tokens.txt is missing</source>
        <translation>{folder} 里没有词表：缺少 tokens.json 或 tokens.txt</translation>
    </message>
    <message>
        <source>{frames} frames of audio are too many to recognise at once</source>
        <translation>{frames} 帧音频太多，无法一次识别</translation>
    </message>
    <message>
        <source>{graph} gave logits of shape {shape}, not {expected}</source>
        <translation>{graph} 输出的形状是 {shape}，而不是 {expected}</translation>
    </message>
    <message>
        <source>{graph} is a Fun-ASR-Nano model: it has no language, emotion or event tags and another vocabulary; install SenseVoiceSmall instead</source>
        <translation>{graph} 是 Fun-ASR-Nano 模型：没有语言、情绪和声音标签，词表也不同；请改装 SenseVoiceSmall</translation>
    </message>
    <message>
        <source>{graph} is no model that the catalogue knows (SHA-256 {sha256}…): a damaged or changed copy, or somebody&apos;s own; if you know where it comes from and trust it, add --trust</source>
        <translation>{graph} 不是模型清单里的模型（SHA-256 {sha256}…）：可能是损坏或改动过的副本，或某人自己的模型；如果您知道来源并信任它，请加 --trust</translation>
    </message>
    <message>
        <source>{graph} is not a SenseVoice model: its inputs are {inputs}, and not those of FunASR ({inputs2}) or sherpa-onnx ({inputs3})</source>
        <translation>{graph} 不是 SenseVoice 模型：它的输入是 {inputs}，而不是 FunASR（{inputs2}）或 sherpa-onnx（{inputs3}）的输入</translation>
    </message>
    <message>
        <source>{graph} is not used: {refused}</source>
        <translation>没有使用 {graph}：{refused}</translation>
    </message>
    <message>
        <source>{graph} is not used: {why}</source>
        <translation>没有使用 {graph}：{why}</translation>
    </message>
    <message>
        <source>{graph} knows {size} tokens, but the tokens file beside it lists {pieces}</source>
        <translation>{graph} 有 {size} 个 token，但旁边的 tokens 文件列出 {pieces} 个</translation>
    </message>
    <message>
        <source>{graph} was to run on {wanted}, but ONNX Runtime chose {got}</source>
        <translation>{graph} 本应在 {wanted} 上运行，但 ONNX Runtime 选了 {got}</translation>
    </message>
    <message>
        <source>{host} answered with a web page where a model should be</source>
        <translation>{host} 返回的是网页，而不是模型</translation>
    </message>
    <message>
        <source>{host} answered {code} ({reason})</source>
        <translation>{host} 返回了 {code}（{reason}）</translation>
    </message>
    <message>
        <source>{host} can&apos;t be found, or there is no network</source>
        <translation>找不到 {host}，或者没有网络</translation>
    </message>
    <message>
        <source>{host} can&apos;t be found: is its name right, and is there a network?</source>
        <translation>找不到 {host}：名称对吗？有网络吗？</translation>
    </message>
    <message>
        <source>{host} can&apos;t be found: is its name right?</source>
        <translation>找不到 {host}：名称对吗？</translation>
    </message>
    <message>
        <source>{host} can&apos;t resume; starting over</source>
        <translation>{host} 不支持续传；重新开始</translation>
    </message>
    <message>
        <source>{host} does not answer</source>
        <translation>{host} 没有应答</translation>
    </message>
    <message>
        <source>{host} ended after {sizes} of {name}</source>
        <translation>{host} 在传完 {name} 的 {sizes}后中断了</translation>
    </message>
    <message>
        <source>{host} has another file under that name</source>
        <translation>{host} 上的同名文件是另一个文件</translation>
    </message>
    <message>
        <source>{host} is no address of a language model; nothing was sent</source>
        <translation>{host} 不是语言模型的地址；什么都没有发送</translation>
    </message>
    <message>
        <source>{host} is no address to connect to: write 127.0.0.1 instead</source>
        <translation>{host} 不是可以连接的地址：请改写为 127.0.0.1</translation>
    </message>
    <message>
        <source>{host} is not this computer, and no text may leave it; nothing was sent. {how}</source>
        <translation>{host} 不是这台电脑，而文字不得离开本机；什么都没有发送。{how}</translation>
    </message>
    <message>
        <source>{host} is this computer and another one at once; nothing was sent. Name one of them</source>
        <translation>{host} 既指这台电脑又指另一台；什么都没有发送。请指定其中一台</translation>
    </message>
    <message>
        <source>{host} offers {total} bytes instead of {size}</source>
        <translation>{host} 提供 {total} 字节，而不是 {size} 字节</translation>
    </message>
    <message>
        <source>{host} sends next to nothing</source>
        <translation>{host} 几乎不发送数据</translation>
    </message>
    <message>
        <source>{host} sends us around in a circle</source>
        <translation>{host} 让我们循环跳转</translation>
    </message>
    <message>
        <source>{host} sends us on to {scheme}://{netloc}, without encryption</source>
        <translation>{host} 让我们跳转到没有加密的 {scheme}://{netloc}</translation>
    </message>
    <message>
        <source>{host} stopped sending</source>
        <translation>{host} 停止了发送</translation>
    </message>
    <message>
        <source>{hours} hour</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>{hours} hour {minutes} minute</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} hour {minutes} minutes</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>{hours} hours {minutes} minute</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} hours {minutes} minutes</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{id} comes under the {licence}, which has to be accepted first: read it with `assistant models show {id}`, then add --accept-licence</source>
        <translation>{id} 采用 {licence}，须先接受：请用 `assistant models show {id}` 阅读，然后加 --accept-licence</translation>
    </message>
    <message>
        <source>{it} ms for {audio} s of speech</source>
        <translation>{audio} 秒语音用时 {it} 毫秒</translation>
    </message>
    <message>
        <source>{key!r} is not known here</source>
        <translation>这里不认识 {key}</translation>
    </message>
    <message>
        <source>{key!r} is not known here – did you mean {near!r}?</source>
        <translation>这里不认识 {key}：您是想写 {near} 吗？</translation>
    </message>
    <message>
        <source>{keys} has no key but modifiers. Add one, or choose one of them alone.</source>
        <translation>{keys} 里只有修饰键。请再加一个键，或只选其中一个。</translation>
    </message>
    <message>
        <source>{key} can&apos;t be changed without spoiling something else in the settings file. Change it there by hand.</source>
        <translation>更改 {key} 会破坏设置文件里的其他内容。请直接在文件里手动更改。</translation>
    </message>
    <message>
        <source>{key} has to be a list of texts in quotes</source>
        <translation>{key} 必须是引号中文字的列表</translation>
    </message>
    <message>
        <source>{key} has to be a table: {key} = {{ ... }}</source>
        <translation>{key} 必须是表：{key} = {{ ... }}</translation>
    </message>
    <message>
        <source>{key} has to be a text in quotes</source>
        <translation>{key} 必须是引号中的文字</translation>
    </message>
    <message>
        <source>{key} has to be a text or a number</source>
        <translation>{key} 必须是文字或数字</translation>
    </message>
    <message>
        <source>{key} has to be a whole number from {limits} to {limits2}</source>
        <translation>{key} 必须是 {limits} 到 {limits2} 的整数</translation>
    </message>
    <message>
        <source>{key} has to be true or false</source>
        <translation>{key} 必须是 true 或 false</translation>
    </message>
    <message>
        <source>{key} has to be {error}.</source>
        <translation>{key} 应为：{error}。</translation>
    </message>
    <message>
        <source>{key} has to be {error}; the default is used.</source>
        <translation>{key} 应为：{error}；现用默认值。</translation>
    </message>
    <message>
        <source>{key} holds more than {most_items} entries</source>
        <translation>{key} 超过 {most_items} 项</translation>
    </message>
    <message>
        <source>{key} {name!r} may hold a-z, 0-9, dots, - and _</source>
        <translation>{key} {name} 只能含 a-z、0-9、点、- 和 _</translation>
    </message>
    <message>
        <source>{key}, number {place}, has to be {error}; it is left out.</source>
        <translation>{key} 的第 {place} 项应为：{error}；已略过。</translation>
    </message>
    <message>
        <source>{minutes} minute</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} minute {rest} second</source>
        <translation>{minutes} 分钟 {rest} 秒</translation>
    </message>
    <message>
        <source>{minutes} minute {rest} seconds</source>
        <translation>{minutes} 分钟 {rest} 秒</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} minutes {rest} second</source>
        <translation>{minutes} 分钟 {rest} 秒</translation>
    </message>
    <message>
        <source>{minutes} minutes {rest} seconds</source>
        <translation>{minutes} 分钟 {rest} 秒</translation>
    </message>
    <message>
        <source>{model} at {name}, {url}</source>
        <translation>{model}，位于 {name}，{url}</translation>
    </message>
    <message>
        <source>{model} runs on another computer, and no text may leave this one</source>
        <translation>{model} 在另一台电脑上运行，而文字不得离开本机</translation>
    </message>
    <message>
        <source>{model}: loaded in {loaded} s, {speed}, on {runs_on}</source>
        <translation>{model}：{loaded} 秒加载，{speed}，运行于 {runs_on}</translation>
    </message>
    <message>
        <source>{most} hooks are at work already; say it again when one is done.</source>
        <translation>已有 {most} 个钩子在运行；请等其中一个结束后再说一遍。</translation>
    </message>
    <message>
        <source>{name!r} can&apos;t be the name of a model: use letters, digits, . _ -</source>
        <translation>{name} 不能用作模型名称：请用字母、数字和 . _ -</translation>
    </message>
    <message>
        <source>{name!r} in it is an absolute path</source>
        <translation>其中的 {name} 是绝对路径</translation>
    </message>
    <message>
        <source>{name!r} in it is {what}</source>
        <translation>其中的 {name} 是{what}</translation>
    </message>
    <message>
        <source>{name!r} in it leads out of the folder</source>
        <translation>其中的 {name} 指向文件夹之外</translation>
    </message>
    <message>
        <source>{name!r} is no job. There are {job}.</source>
        <translation>没有 {name} 这种任务。可用：{job}。</translation>
    </message>
    <message>
        <source>{name!r} is no name of a window.</source>
        <translation>{name} 不是窗口名称。</translation>
    </message>
    <message>
        <source>{name!r} is not a modifier. A chord is made of Ctrl, Alt, Shift, Super and a key.</source>
        <translation>{name} 不是修饰键。组合键由 Ctrl、Alt、Shift、Super 加一个键组成。</translation>
    </message>
    <message>
        <source>{name!r} is not the name of a key. {connection}</source>
        <translation>{name} 不是按键名称。{connection}</translation>
    </message>
    <message>
        <source>{names} at {name}, {url}</source>
        <translation>{names}，位于 {name}，{url}</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({error}); what was read before is used.</source>
        <translation>无法读取 {name}（{error}）；继续使用之前读到的内容。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({why}); the defaults are used.</source>
        <translation>无法读取 {name}（{why}）；现用默认值。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({why}); the last good settings are used.</source>
        <translation>无法读取 {name}（{why}）；现用上一次有效的设置。</translation>
    </message>
    <message>
        <source>{name} clicks or scrolls. Mouse buttons begin with Button{first_free_button}.</source>
        <translation>{name} 用于点击或滚动。可用的鼠标按键从 Button{first_free_button} 开始。</translation>
    </message>
    <message>
        <source>{name} delivers no audio. Plug it in again, or choose another microphone.</source>
        <translation>{name} 没有传来声音。请重新插上，或另选麦克风。</translation>
    </message>
    <message>
        <source>{name} did not come: {told}. Next: {advice}run the same command again to go on, name another --mirror, or import the files from a folder</source>
        <translation>{name} 没有下载成功：{told}。{advice}再次下载即可继续；也可以换一个镜像，或从文件夹导入</translation>
    </message>
    <message>
        <source>{name} did not come; {id} runs without it</source>
        <translation>{name} 没有下载成功；{id} 没有它也能运行</translation>
    </message>
    <message>
        <source>{name} gives only silence: it is muted, unplugged or not permitted. Unmute it, or choose another one, in the sound settings.</source>
        <translation>{name} 只有静音：它被静音、拔掉或未获许可。请在声音设置里取消静音，或另选一个。</translation>
    </message>
    <message>
        <source>{name} gives sound again.</source>
        <translation>{name} 又有声音了。</translation>
    </message>
    <message>
        <source>{name} has no sound in it.</source>
        <translation>{name} 里没有声音。</translation>
    </message>
    <message>
        <source>{name} holds another {name2} than the catalogue says</source>
        <translation>{name} 里的 {name2} 与模型清单不符</translation>
    </message>
    <message>
        <source>{name} in it ends early</source>
        <translation>其中的 {name} 不完整</translation>
    </message>
    <message>
        <source>{name} in it is larger than it says</source>
        <translation>其中的 {name} 比声明的大</translation>
    </message>
    <message>
        <source>{name} is damaged and can&apos;t be read to its end. Convert or record it again.</source>
        <translation>{name} 已损坏，无法读到结尾。请重新转换或录制。</translation>
    </message>
    <message>
        <source>{name} is damaged, or no archive at all ({error}): fetch it again</source>
        <translation>{name} 已损坏，或根本不是压缩包（{error}）：请重新下载</translation>
    </message>
    <message>
        <source>{name} is in use: choose another with `assistant models use nano`, or add --force</source>
        <translation>{name} 正在使用：请用 `assistant models use nano` 另选一个，或加 --force</translation>
    </message>
    <message>
        <source>{name} is installed already; nothing to fetch</source>
        <translation>{name} 已经安装，无需下载</translation>
    </message>
    <message>
        <source>{name} is needed for writing. {choice}</source>
        <translation>打字要用到 {name}。{choice}</translation>
    </message>
    <message>
        <source>{name} is needed for writing. {connection}</source>
        <translation>打字要用到 {name}。{connection}</translation>
    </message>
    <message>
        <source>{name} is not an ONNX file, or only a part of one</source>
        <translation>{name} 不是 ONNX 文件，或不完整</translation>
    </message>
    <message>
        <source>{name} is not audio that can be read here. Convert it to WAV, FLAC, Ogg or MP3.</source>
        <translation>无法读取音频 {name}。请转换为 WAV、FLAC、Ogg 或 MP3。</translation>
    </message>
    <message>
        <source>{name} is not installed</source>
        <translation>没有安装 {name}</translation>
    </message>
    <message>
        <source>{name} is not installed: `assistant models download {name}` fetches it</source>
        <translation>没有安装 {name}：`assistant models download {name}` 会下载它</translation>
    </message>
    <message>
        <source>{name} is refused: at {size} GB it is larger than any ONNX file</source>
        <translation>拒绝使用 {name}：它有 {size} GB，没有这么大的 ONNX 文件</translation>
    </message>
    <message>
        <source>{name} is refused: its input {name2} is not of the type that SenseVoice has (float32)</source>
        <translation>拒绝使用 {name}：它的输入 {name2} 与 SenseVoice 的类型不符（float32）</translation>
    </message>
    <message>
        <source>{name} is refused: its input {name2} is not of the type that SenseVoice has (int32)</source>
        <translation>拒绝使用 {name}：它的输入 {name2} 与 SenseVoice 的类型不符（int32）</translation>
    </message>
    <message>
        <source>{name} is refused: its inputs ({kinds}) are not those of a SenseVoice model</source>
        <translation>拒绝使用 {name}：它的输入（{kinds}）不是 SenseVoice 模型的输入</translation>
    </message>
    <message>
        <source>{name} is refused: {why}; get it from the model&apos;s authors</source>
        <translation>拒绝使用 {name}：{why}；请从模型作者处获取</translation>
    </message>
    <message>
        <source>{name} is refused: {why}; get the model from its authors</source>
        <translation>拒绝使用 {name}：{why}；请从模型作者处获取</translation>
    </message>
    <message>
        <source>{name} loads, but recognised {right} of {words} words of our own recordings: remove it and install it again, or take another model</source>
        <translation>{name} 可以加载，但在我们自己的录音上 {words} 个词只认出 {right} 个：请移除后重新安装，或换一个模型</translation>
    </message>
    <message>
        <source>{name} needs the media extra: pip install &apos;on-device-assistant[media]&apos;, or convert it to WAV, FLAC, Ogg or MP3.</source>
        <translation>{name} 需要 media 组件：pip install &apos;on-device-assistant[media]&apos;，或转换为 WAV、FLAC、Ogg 或 MP3。</translation>
    </message>
    <message>
        <source>{name} runs at {remote_host}, though its server is on this computer; nothing was sent. `assistant consult use {server} --model {name} --allow-remote` allows it</source>
        <translation>{name} 的服务器虽在本机，模型却在 {remote_host} 上运行；什么都没有发送。可用 `assistant consult use {server} --model {name} --allow-remote` 允许</translation>
    </message>
    <message>
        <source>{name}, line {number}: {error}. The line is left out.</source>
        <translation>{name} 第 {number} 行：{error}。这一行已略过。</translation>
    </message>
    <message>
        <source>{name}: can&apos;t be read ({error})</source>
        <translation>{name}：无法读取（{error}）</translation>
    </message>
    <message>
        <source>{name}; the focus is in no window</source>
        <translation>{name}；没有窗口拥有焦点</translation>
    </message>
    <message>
        <source>{name}; the focus is in {app}</source>
        <translation>{name}；焦点在 {app}</translation>
    </message>
    <message>
        <source>{number} is no numeric address</source>
        <translation>{number} 不是数字地址</translation>
    </message>
    <message>
        <source>{number}: is one too many; {most} at most</source>
        <translation>{number}: 超出数量；最多 {most} 个</translation>
    </message>
    <message>
        <source>{number}: stands in the list already</source>
        <translation>{number}: 词表里已经有了</translation>
    </message>
    <message>
        <source>{offers} commands work here, such as: {some}.</source>
        <translation>这里可用 {offers} 条命令，例如：{some}。</translation>
    </message>
    <message>
        <source>{parent} holds no am.mvn, and {name} no CMVN either</source>
        <translation>{parent} 里没有 am.mvn，{name} 里也没有 CMVN</translation>
    </message>
    <message>
        <source>{parent} lacks {name} of {id}: put it beside {name2}</source>
        <translation>{parent} 里缺少 {id} 的 {name}：请放到 {name2} 旁边</translation>
    </message>
    <message>
        <source>{part!r} is no chord; write it like ctrl+shift+t, with names as in page_down or f5</source>
        <translation>{part} 不是组合键；请写成 ctrl+shift+t 的形式，键名如 page_down 或 f5</translation>
    </message>
    <message>
        <source>{part!r}: a slot is an argument of its own, never a part of one</source>
        <translation>{part}：槽位必须单独作为一个参数，不能是参数的一部分</translation>
    </message>
    <message>
        <source>{parts!r} is no built-in action; they are called like &apos;window.snap&apos;</source>
        <translation>{parts} 不是内置操作；内置操作的名称形如 &apos;window.snap&apos;</translation>
    </message>
    <message>
        <source>{path} is not an ONNX file, or only a part of one: download it again</source>
        <translation>{path} 不是 ONNX 文件，或不完整：请重新下载</translation>
    </message>
    <message>
        <source>{path} is not an ONNX model: it has no inputs and outputs</source>
        <translation>{path} 不是 ONNX 模型：没有输入和输出</translation>
    </message>
    <message>
        <source>{path} is not the file that belongs to {id} (its SHA-256 is {sha256}… and not {sha256}…): copy it again</source>
        <translation>{path} 不是 {id} 的文件（SHA-256 是 {sha256}…，而不是 {sha256}…）：请重新复制</translation>
    </message>
    <message>
        <source>{path} is refused: it is far too large for a {name}</source>
        <translation>拒绝使用 {path}：作为 {name} 太大了</translation>
    </message>
    <message>
        <source>{path} is too long for a socket. Set XDG_RUNTIME_DIR to a shorter folder.</source>
        <translation>{path} 作为套接字路径太长。请把 XDG_RUNTIME_DIR 设为更短的文件夹。</translation>
    </message>
    <message>
        <source>{path} {what}: `assistant models remove {name}`, then install it again</source>
        <translation>{path} {what}：请先 `assistant models remove {name}`，再重新安装</translation>
    </message>
    <message>
        <source>{pending} undelivered: `assistant recover` gets them back</source>
        <translation>有 {pending} 段未送达：`assistant recover` 可找回</translation>
    </message>
    <message>
        <source>{place} holds no model: no .onnx file is in it</source>
        <translation>{place} 里没有模型：没有 .onnx 文件</translation>
    </message>
    <message>
        <source>{place} holds no model: {graphs} is missing</source>
        <translation>{place} 里没有模型：缺少 {graphs}</translation>
    </message>
    <message>
        <source>{place} holds {found} models ({named}): name the folder of one</source>
        <translation>{place} 里有 {found} 个模型（{named}）：请选择其中一个的文件夹</translation>
    </message>
    <message>
        <source>{place} holds {others} ONNX files, none of them called {graphs}</source>
        <translation>{place} 里有 {others} 个 ONNX 文件，但没有一个叫 {graphs}</translation>
    </message>
    <message>
        <source>{place} is not there: is the stick plugged in?</source>
        <translation>没有 {place}：U 盘插上了吗？</translation>
    </message>
    <message>
        <source>{prefix}{key} is not a setting of this version.</source>
        <translation>{prefix}{key} 不是这个版本的设置。</translation>
    </message>
    <message>
        <source>{problem}; the list from before is used.</source>
        <translation>{problem}；继续使用之前的词表。</translation>
    </message>
    <message>
        <source>{problem}; the other lines are used.</source>
        <translation>{problem}；其余各行照常使用。</translation>
    </message>
    <message>
        <source>{proxy} is no proxy we can use: give one as http://host:port</source>
        <translation>{proxy} 不是可用的代理：请写成 http://主机:端口</translation>
    </message>
    <message>
        <source>{rest} second</source>
        <translation>{rest} 秒</translation>
    </message>
    <message>
        <source>{rest} seconds</source>
        <translation>{rest} 秒</translation>
    </message>
    <message>
        <source>{seconds} are over.{when}</source>
        <translation>{seconds}到了。{when}</translation>
    </message>
    <message>
        <source>{server} answers with {answer}, not with a stream: is it a language model&apos;s server?</source>
        <translation>{server} 返回的是 {answer}，而不是数据流：它是语言模型的服务器吗？</translation>
    </message>
    <message>
        <source>{server} compresses its answers though we asked it not to</source>
        <translation>我们要求不压缩，{server} 却压缩了回答</translation>
    </message>
    <message>
        <source>{server} does not have that model: `assistant consult models` lists what it has</source>
        <translation>{server} 没有那个模型：`assistant consult models` 会列出它有的模型</translation>
    </message>
    <message>
        <source>{server} does not take the connection: is the machine on, and the port right?</source>
        <translation>{server} 不接受连接：电脑开着吗？端口对吗？</translation>
    </message>
    <message>
        <source>{server} gives no list of models: is it a language model&apos;s server?</source>
        <translation>{server} 不提供模型列表：它是语言模型的服务器吗？</translation>
    </message>
    <message>
        <source>{server} has no chat completions (404): is it a language model&apos;s server?</source>
        <translation>{server} 没有对话接口（404）：它是语言模型的服务器吗？</translation>
    </message>
    <message>
        <source>{server} has no model: it has to be given one first</source>
        <translation>{server} 没有模型：请先给它装一个</translation>
    </message>
    <message>
        <source>{server} has stopped sending</source>
        <translation>{server} 停止了发送</translation>
    </message>
    <message>
        <source>{server} has too much to do (429): try again in a moment</source>
        <translation>{server} 太忙（429）：请稍后再试</translation>
    </message>
    <message>
        <source>{server} has {models} models ({some}...): assistant consult use {server} --model NAME</source>
        <translation>{server} 有 {models} 个模型（{some}...）：assistant consult use {server} --model NAME</translation>
    </message>
    <message>
        <source>{server} hung up before its answer was whole: has it crashed?</source>
        <translation>{server} 没答完就断开了：它崩溃了吗？</translation>
    </message>
    <message>
        <source>{server} is another computer, and without encryption everybody on the way could read along; nothing was sent. Write https://</source>
        <translation>{server} 是另一台电脑，不加密的话沿途谁都能读到；什么都没有发送。请写 https://</translation>
    </message>
    <message>
        <source>{server} is not ready (503): its model is still loading, or it is full</source>
        <translation>{server} 尚未就绪（503）：模型还在加载，或已满载</translation>
    </message>
    <message>
        <source>{server} refused the request ({status}); its model may lack what it would take</source>
        <translation>{server} 拒绝了请求（{status}）；它的模型可能不支持所需的功能</translation>
    </message>
    <message>
        <source>{server} says that the account has no credit left ({status})</source>
        <translation>{server} 表示账户余额不足（{status}）</translation>
    </message>
    <message>
        <source>{server} sends more than {largest} kB where little was asked</source>
        <translation>{server} 发来超过 {largest} kB，远多于所要的</translation>
    </message>
    <message>
        <source>{server} sends us on to {where}; that is not followed</source>
        <translation>{server} 让我们转到 {where}；没有照办</translation>
    </message>
    <message>
        <source>{server} speaks no encryption that we know: is it http:// instead?</source>
        <translation>{server} 不支持我们的加密方式：是不是应为 http://？</translation>
    </message>
    <message>
        <source>{server} wants a key, or another one ({status}): assistant consult key set {origin}</source>
        <translation>{server} 要求密钥，或密钥不对（{status}）：assistant consult key set {origin}</translation>
    </message>
    <message>
        <source>{size} of {size2} bytes</source>
        <translation>{size} / {size2} 字节</translation>
    </message>
    <message>
        <source>{source} changed while it was copied: is the stick damaged?</source>
        <translation>{source} 在复制时发生了变化：U 盘坏了吗？</translation>
    </message>
    <message>
        <source>{text!r} is not a SHA-256</source>
        <translation>{text} 不是 SHA-256</translation>
    </message>
    <message>
        <source>{text!r} is not a plain name</source>
        <translation>{text} 不是普通的名称</translation>
    </message>
    <message>
        <source>{text!r} matches {name} as well ({place}); change one of them</source>
        <translation>{text} 同时匹配 {name}（{place}）；请改其中一个</translation>
    </message>
    <message>
        <source>{text} is no address of a server: write it as http://127.0.0.1:11434</source>
        <translation>{text} 不是服务器地址：请写成 http://127.0.0.1:11434 的形式</translation>
    </message>
    <message>
        <source>{url!r} is not an https address</source>
        <translation>{url} 不是 https 地址</translation>
    </message>
    <message>
        <source>{url} does not have {model}: `assistant consult models`</source>
        <translation>{url} 没有 {model}：`assistant consult models`</translation>
    </message>
    <message>
        <source>{url} has {names} models: `assistant consult use` chooses one</source>
        <translation>{url} 有 {names} 个模型：用 `assistant consult use` 选一个</translation>
    </message>
    <message>
        <source>{url} is no mirror: give an address that begins with https://</source>
        <translation>{url} 不是镜像：请填写以 https:// 开头的地址</translation>
    </message>
    <message>
        <source>{url} is not encrypted and not in your own network: use https://</source>
        <translation>{url} 没有加密，也不在您自己的网络里：请用 https://</translation>
    </message>
    <message>
        <source>{value!r} is no {what}{hint}</source>
        <translation>{value} 不是{what}{hint}</translation>
    </message>
    <message>
        <source>{value} is a list, one text for each argument: {value} = [&apos;program&apos;, &apos;argument&apos;]</source>
        <translation>{value} 是列表，每个参数一项：{value} = [&apos;program&apos;, &apos;argument&apos;]</translation>
    </message>
    <message>
        <source>{value} is empty</source>
        <translation>{value} 是空的</translation>
    </message>
    <message>
        <source>{value} takes one text</source>
        <translation>{value} 只接受一段文字</translation>
    </message>
    <message>
        <source>{verb!r} is no order. There are press, release, toggle, cancel, undo, correct, remember, say, show and status.</source>
        <translation>没有 {verb} 这个指令。可用：press、release、toggle、cancel、undo、correct、remember、say、show 和 status。</translation>
    </message>
    <message>
        <source>{wanted} ({names} found)</source>
        <translation>{wanted}（找到 {names} 个）</translation>
    </message>
    <message>
        <source>{wanted} is not there; `assistant devices` lists those that are</source>
        <translation>没有 {wanted}；`assistant devices` 会列出现有的</translation>
    </message>
    <message>
        <source>{what} ({why}). Check the disk; nothing else is affected.</source>
        <translation>{what}（{why}）。请检查磁盘；其他功能不受影响。</translation>
    </message>
    <message>
        <source>{what} Free some space and restart.</source>
        <translation>{what}请腾出一些空间后重新启动。</translation>
    </message>
    <message>
        <source>{what} is off.</source>
        <translation>{what}已关闭。</translation>
    </message>
    <message>
        <source>{what} is on.</source>
        <translation>{what}已打开。</translation>
    </message>
    <message>
        <source>{where}there are two of this id; give it another, or add to &quot;en&quot; there</source>
        <translation>{where}有两个相同的 id；请换一个，或添加到那里的 &quot;en&quot;</translation>
    </message>
    <message>
        <source>{why}, so the key is in {file}, which only you can read. Whoever can start programs as you can read it too, and so can a backup</source>
        <translation>{why}，所以密钥存放在 {file} 中，只有您能读取。能以您的身份运行程序的人以及备份也能读到它</translation>
    </message>
    <message>
        <source>{{{list_name}}} alone would match everything that is said; begin with words</source>
        <translation>单独一个 {{{list_name}}} 会匹配任何话；请以词语开头</translation>
    </message>
    <message>
        <source>{{{name}}} holds any words; write the address before it: https://example.org/?q={{{name}}}</source>
        <translation>{{{name}}} 可以是任意词语；请在它前面写上网址：https://example.org/?q={{{name}}}</translation>
    </message>
    <message>
        <source>{{{name}}} holds any words; {value} takes only what a list holds</source>
        <translation>{{{name}}} 可以是任意词语；{value} 只接受列表里的内容</translation>
    </message>
    <message>
        <source>{{{name}}}: define the range as a list instead</source>
        <translation>{{{name}}}：请改用列表定义范围</translation>
    </message>
    <message>
        <source>{{{slot_name}}} is no name for a slot; use a-z, 0-9 and _</source>
        <translation>{{{slot_name}}} 不能作槽位名；请用 a-z、0-9 和 _</translation>
    </message>
</context>
<context>
    <name>FetchingBar</name>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Trying</source>
        <translation>正在试用</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>正在解压</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>完成(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Skip the setup</source>
        <translation>跳过设置(&amp;S)</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Skip this &amp;page</source>
        <translation>跳过此页(&amp;P)</translation>
    </message>
    <message>
        <source>Try it here</source>
        <translation>在这里试试</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>Assistant</source>
        <translation>语音助手</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Applications</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>大小写</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>勿扰</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Looks of text</source>
        <translation>文字样式</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Moving the caret</source>
        <translation>移动光标</translation>
    </message>
    <message>
        <source>Music and video</source>
        <translation>音乐和视频</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Selecting</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>关机</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>The assistant</source>
        <translation>语音助手</translation>
    </message>
    <message>
        <source>Time and date</source>
        <translation>时间和日期</translation>
    </message>
    <message>
        <source>Timers and reminders</source>
        <translation>定时器和提醒</translation>
    </message>
    <message>
        <source>What was typed</source>
        <translation>已输入的文字</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Copied: {count} characters.</source>
        <translation>已复制 {count} 个字符。</translation>
    </message>
    <message>
        <source>Corrected, and remembered.</source>
        <translation>已更正，并已记住。</translation>
    </message>
    <message>
        <source>Corrected.</source>
        <translation>已更正。</translation>
    </message>
    <message>
        <source>Corrected. It differs in more than one place, so nothing was remembered.</source>
        <translation>已更正。不止一处不同，所以没有记住。</translation>
    </message>
    <message>
        <source>Delete a&amp;ll shown</source>
        <translation>删除显示的全部(&amp;L)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Nothing yet. What you dictate is found here.</source>
        <translation>还没有内容。您说过的话会出现在这里。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字列表</translation>
    </message>
    <message>
        <source>{count} recordings never became text. Show them…</source>
        <translation>有 {count} 段录音尚未变成文字，点此查看…</translation>
    </message>
    <message>
        <source>{count} texts</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>{count} texts are in {file}.</source>
        <translation>{count} 条已写入 {file}。</translation>
    </message>
    <message>
        <source>{count} texts found</source>
        <translation>找到 {count} 条</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>普通话</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>愤怒</translation>
    </message>
    <message>
        <source>applause</source>
        <translation>掌声</translation>
    </message>
    <message>
        <source>asked first</source>
        <translation>先询问</translation>
    </message>
    <message>
        <source>breath</source>
        <translation>呼吸</translation>
    </message>
    <message>
        <source>browser</source>
        <translation>浏览器</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>coughing</source>
        <translation>咳嗽</translation>
    </message>
    <message>
        <source>crying</source>
        <translation>哭声</translation>
    </message>
    <message>
        <source>dictation</source>
        <translation>听写</translation>
    </message>
    <message>
        <source>disgusted</source>
        <translation>厌恶</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>fearful</source>
        <translation>恐惧</translation>
    </message>
    <message>
        <source>feeling unknown</source>
        <translation>情绪未知</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>高兴</translation>
    </message>
    <message>
        <source>hook</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>kept, not typed</source>
        <translation>保留，未输入</translation>
    </message>
    <message>
        <source>key by key</source>
        <translation>逐键输入</translation>
    </message>
    <message>
        <source>laughter</source>
        <translation>笑声</translation>
    </message>
    <message>
        <source>left alone</source>
        <translation>未改动</translation>
    </message>
    <message>
        <source>media player</source>
        <translation>播放器</translation>
    </message>
    <message>
        <source>message bus</source>
        <translation>消息总线</translation>
    </message>
    <message>
        <source>music</source>
        <translation>音乐</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>平静</translation>
    </message>
    <message>
        <source>no command</source>
        <translation>不是命令</translation>
    </message>
    <message>
        <source>no speech</source>
        <translation>无语音</translation>
    </message>
    <message>
        <source>not typed: another window</source>
        <translation>未输入：窗口已变</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>nothing done</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>on the clipboard</source>
        <translation>在剪贴板上</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>悲伤</translation>
    </message>
    <message>
        <source>singing</source>
        <translation>歌声</translation>
    </message>
    <message>
        <source>sneezing</source>
        <translation>喷嚏</translation>
    </message>
    <message>
        <source>sound server</source>
        <translation>声音服务</translation>
    </message>
    <message>
        <source>sound unknown</source>
        <translation>声音未知</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>speech and noise</source>
        <translation>语音和噪声</translation>
    </message>
    <message>
        <source>surprised</source>
        <translation>惊讶</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>the assistant</source>
        <translation>语音助手</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>定时器</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>已输入</translation>
    </message>
    <message>
        <source>typed, without a receipt</source>
        <translation>已输入（未确认）</translation>
    </message>
    <message>
        <source>window manager</source>
        <translation>窗口管理器</translation>
    </message>
</context>
<context>
    <name>HotkeyList</name>
    <message>
        <source>No key records: only `assistant toggle` and hands-free do.</source>
        <translation>没有录音按键：只有 `assistant toggle` 和免提可用。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove {key}</source>
        <translation>移除 {key}</translation>
    </message>
    <message>
        <source>What {key} does</source>
        <translation>{key} 的用途</translation>
    </message>
    <message>
        <source>asks the language model</source>
        <translation>向语言模型提问</translation>
    </message>
    <message>
        <source>change windows</source>
        <translation>切换窗口</translation>
    </message>
    <message>
        <source>close a window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>edits the selected text</source>
        <translation>编辑选中的文字</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>takes commands</source>
        <translation>接受命令</translation>
    </message>
    <message>
        <source>the menu of most desktops</source>
        <translation>多数桌面的菜单</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>writes what you say</source>
        <translation>写下您说的话</translation>
    </message>
    <message>
        <source>{key} also takes text back; it can&apos;t do both.</source>
        <translation>{key} 也用于撤回文字，不能两用。</translation>
    </message>
    <message>
        <source>{key} is there twice; only the first one counts.</source>
        <translation>{key} 出现两次，只有第一个有效。</translation>
    </message>
    <message>
        <source>{key} means something in most programs: {what}.</source>
        <translation>{key} 在多数程序中另有含义：{what}。</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>&amp;Another key…</source>
        <translation>其他按键(&amp;A)…</translation>
    </message>
    <message>
        <source>Hold it while you speak, and let go: the text appears where your cursor is. Or tap it, speak, and tap it again. Escape calls off.</source>
        <translation>按住它说话，然后松开：文字就出现在光标处。也可以按一下，说话，再按一下。按 Esc 取消。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Press it now, to see that it works.</source>
        <translation>现在按一下，看看是否有效。</translation>
    </message>
    <message>
        <source>Press the key or chord that is to begin a recording. Escape: leave it.</source>
        <translation>请按下用来开始录音的键或组合键。按 Esc 保持不变。</translation>
    </message>
    <message>
        <source>Text needs that key. Choose another, or hold Ctrl or Alt with it.</source>
        <translation>打字要用到这个键。请换一个，或者同时按住 Ctrl 或 Alt。</translation>
    </message>
    <message>
        <source>That is the key. It works in every window.</source>
        <translation>就是这个键。它在所有窗口里都有效。</translation>
    </message>
    <message>
        <source>The choice could not be saved: {why}</source>
        <translation>无法保存这个选择：{why}</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有按键</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Left {key}</source>
        <translation>左 {key}</translation>
    </message>
    <message>
        <source>Right {key}</source>
        <translation>右 {key}</translation>
    </message>
    <message>
        <source>mouse button {number}</source>
        <translation>鼠标按键 {number}</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Press the key that takes text back</source>
        <translation>按下撤回文字的按键</translation>
    </message>
</context>
<context>
    <name>LanguageModelPage</name>
    <message>
        <source>An example of what is said</source>
        <translation>所说内容的例子</translation>
    </message>
    <message>
        <source>For this sentence, said cheerfully in a mail program with a line selected:</source>
        <translation>例如在邮件程序中选中一行，愉快地说出这句话：</translation>
    </message>
    <message>
        <source>Look for servers on this computer</source>
        <translation>在本机查找服务器</translation>
    </message>
    <message>
        <source>Looking at the ports that Ollama, llama.cpp and LM Studio use…</source>
        <translation>正在查看 Ollama、llama.cpp 和 LM Studio 使用的端口…</translation>
    </message>
    <message>
        <source>No server is named yet: nothing is sent.</source>
        <translation>尚未指定服务器：什么都不发送。</translation>
    </message>
    <message>
        <source>None answered. Start one, for example `ollama serve`.</source>
        <translation>没有应答。请启动一个，例如 `ollama serve`。</translation>
    </message>
    <message>
        <source>Sent to {server}, when you ask, and never otherwise.</source>
        <translation>只在您提问时发往 {server}，其他时候从不发送。</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>会发送什么</translation>
    </message>
    <message>
        <source>make this politer</source>
        <translation>把这句话改得更礼貌</translation>
    </message>
    <message>
        <source>send me the report today</source>
        <translation>今天把报告发给我</translation>
    </message>
    <message>
        <source>✓ Switched off: nothing is sent, and nothing is loaded.</source>
        <translation>✓ 已关闭：不发送，也不加载。</translation>
    </message>
</context>
<context>
    <name>LatencyWindow</name>
    <message>
        <source>&amp;Reset</source>
        <translation>重新统计(&amp;R)</translation>
    </message>
    <message>
        <source>2 to 5 s</source>
        <translation>2 到 5 秒</translation>
    </message>
    <message>
        <source>5 to 15 s</source>
        <translation>5 到 15 秒</translation>
    </message>
    <message>
        <source>Every length</source>
        <translation>所有时长</translation>
    </message>
    <message>
        <source>Every model</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>From letting go of the key to the text</source>
        <translation>从松开按键到出现文字</translation>
    </message>
    <message>
        <source>From the end of speech to the text</source>
        <translation>从说完话到出现文字</translation>
    </message>
    <message>
        <source>From your own use on this computer, the last 2,000 texts. No words are kept.</source>
        <translation>来自您在这台电脑上的实际使用，最近 2,000 条。不保存任何文字。</translation>
    </message>
    <message>
        <source>How fast it is</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Length of speech</source>
        <translation>说话时长</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Nothing was measured yet. Dictate something: it appears here by itself.</source>
        <translation>还没有数据。说点什么，结果会自动出现在这里。</translation>
    </message>
    <message>
        <source>Where the time goes</source>
        <translation>时间用在哪里</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>end of speech</source>
        <translation>判断说完</translation>
    </message>
    <message>
        <source>features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>理解</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>over 15 s</source>
        <translation>15 秒以上</translation>
    </message>
    <message>
        <source>up to 2 s</source>
        <translation>2 秒以内</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>words</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>整理文字</translation>
    </message>
    <message>
        <source>{count} texts. The first number: half of them took no longer; the second: 95 of 100.</source>
        <translation>共 {count} 条。第一个数：一半不超过它；第二个数：100 条中有 95 条不超过它。</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Kept in {place}</source>
        <translation>保存于 {place}</translation>
    </message>
    <message>
        <source>Not known: {why}</source>
        <translation>无法得知：{why}</translation>
    </message>
    <message>
        <source>Start with the session</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>That could not be changed: {why}</source>
        <translation>无法更改：{why}</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>About…</source>
        <translation>关于…</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>语音助手</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy last text</source>
        <translation>复制上一段文字</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史记录…</translation>
    </message>
    <message>
        <source>How fast it is…</source>
        <translation>速度统计…</translation>
    </message>
    <message>
        <source>Pause: close the microphone</source>
        <translation>暂停：关闭麦克风</translation>
    </message>
    <message>
        <source>Private: keep nothing</source>
        <translation>私密：什么都不保留</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Set up again…</source>
        <translation>重新设置…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>显示回答</translation>
    </message>
    <message>
        <source>Transcribe a file…</source>
        <translation>转写文件…</translation>
    </message>
    <message>
        <source>Type what was kept</source>
        <translation>输入保留的文字</translation>
    </message>
    <message>
        <source>What can I say?</source>
        <translation>我可以说什么？</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Level of the microphone</source>
        <translation>麦克风音量</translation>
    </message>
    <message>
        <source>{level} decibels</source>
        <translation>{level} 分贝</translation>
    </message>
</context>
<context>
    <name>MicrophonePage</name>
    <message>
        <source>! Next to nothing is heard. Is it the right microphone?</source>
        <translation>! 几乎听不到声音。麦克风选对了吗？</translation>
    </message>
    <message>
        <source>&amp;Record 3 seconds and play them back</source>
        <translation>录音 3 秒并播放(&amp;R)</translation>
    </message>
    <message>
        <source>Good. This is what the assistant hears.</source>
        <translation>很好。助手听到的就是这样。</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Nobody was heard: probably it is the wrong microphone. Choose another one.</source>
        <translation>没有听到人声：可能选错了麦克风。请换一个。</translation>
    </message>
    <message>
        <source>Nothing loud was heard yet. Is this the right microphone, and is it switched on? Headsets often have a mute key.</source>
        <translation>还没有听到明显的声音。麦克风选对了吗？打开了吗？耳机上常有静音键。</translation>
    </message>
    <message>
        <source>Only digital silence: the microphone is muted, or the system does not permit it. Unmute it in the sound settings, or choose another one.</source>
        <translation>只有数字静音：麦克风被静音，或者系统不允许使用。请在声音设置里取消静音，或换一个麦克风。</translation>
    </message>
    <message>
        <source>Recording… {left}</source>
        <translation>正在录音… {left}</translation>
    </message>
    <message>
        <source>Say something: the bar should pass the mark.</source>
        <translation>说点什么：横条应超过标记。</translation>
    </message>
    <message>
        <source>Say something: the bar should pass the thin line.</source>
        <translation>说点什么：音量条应当超过细线。</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>The assistant hears you.</source>
        <translation>助手听到您了。</translation>
    </message>
    <message>
        <source>The choice could not be saved: {why}</source>
        <translation>无法保存这个选择：{why}</translation>
    </message>
    <message>
        <source>The microphone is closed, or the assistant does not run.</source>
        <translation>麦克风已关闭，或助手没有运行。</translation>
    </message>
    <message>
        <source>Too loud: it is distorted. Turn its level down in the sound settings.</source>
        <translation>太响，已经失真。请在声音设置里调低音量。</translation>
    </message>
    <message>
        <source>Very quiet. Come closer, or turn its level up in the sound settings.</source>
        <translation>声音很小。请靠近一些，或在声音设置里调高音量。</translation>
    </message>
    <message>
        <source>What is heard now</source>
        <translation>现在听到的</translation>
    </message>
    <message>
        <source>✓ It is heard. {name}</source>
        <translation>✓ 能听到。{name}</translation>
    </message>
    <message>
        <source>✗ Nothing at all comes from it: it is muted, or switched off.</source>
        <translation>✗ 完全没有声音：已静音或已关闭。</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>&amp;Download</source>
        <translation>下载(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Address of your own mirror (usually empty)</source>
        <translation>您自己的镜像地址（通常留空）</translation>
    </message>
    <message>
        <source>Archive or ONNX file</source>
        <translation>压缩包或 ONNX 文件</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Folder with a model</source>
        <translation>模型所在的文件夹</translation>
    </message>
    <message>
        <source>From a folder or a stick…</source>
        <translation>从文件夹或 U 盘…</translation>
    </message>
    <message>
        <source>From an archive or an ONNX file…</source>
        <translation>从压缩包或 ONNX 文件…</translation>
    </message>
    <message>
        <source>I &amp;accept its licence</source>
        <translation>我接受它的许可(&amp;A)</translation>
    </message>
    <message>
        <source>Installed. The assistant takes it up for the next words.</source>
        <translation>已安装。助手从下一句话起使用它。</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>普通话</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Models ({kinds})</source>
        <translation>模型 ({kinds})</translation>
    </message>
    <message>
        <source>Now: nano, a small English demo model that came along. It knows short phrases only.</source>
        <translation>当前：nano，随附的小型英文演示模型，只认识简短的句子。</translation>
    </message>
    <message>
        <source>Now: {name}</source>
        <translation>当前：{name}</translation>
    </message>
    <message>
        <source>Paused. What has arrived stays; you can also go on another day.</source>
        <translation>已暂停。已下载的部分会保留；改天再继续也可以。</translation>
    </message>
    <message>
        <source>Read the &amp;licence…</source>
        <translation>阅读许可(&amp;L)…</translation>
    </message>
    <message>
        <source>{languages}. {size}, checked by SHA-256; it stays on this computer. {licence}.</source>
        <translation>{languages}。{size}，经 SHA-256 校验，只留在这台电脑上。{licence}。</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{command}: {detail}</source>
        <translation>{command}：{detail}</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>There is no overlay here: Wayland lets no program place a window or leave the keyboard where it is. Install XWayland and start the assistant again.</source>
        <translation>这里无法显示浮层：Wayland 不允许程序摆放窗口，也不允许不抢占键盘焦点。请安装 XWayland，然后重新启动助手。</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>Called off.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Click the window that you mean. Escape calls off.</source>
        <translation>请点击您要选的窗口。按 Esc 取消。</translation>
    </message>
    <message>
        <source>No other window came to the front.</source>
        <translation>没有其他窗口到前面来。</translation>
    </message>
    <message>
        <source>This desktop does not tell which window is in front: type the application&apos;s name.</source>
        <translation>这个桌面不会告知哪个窗口在前面：请输入应用程序的名称。</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>! Open network connections: {count}</source>
        <translation>! 打开的网络连接：{count}</translation>
    </message>
    <message>
        <source>Counted every two seconds, for the assistant and every program it started, from what the system tells. Only a model download, a language model and a command that calls an address open any.</source>
        <translation>每两秒根据系统信息统计助手及其启动的所有程序。只有下载模型、语言模型和访问网址的命令才会打开连接。</translation>
    </message>
    <message>
        <source>Delete everything that was said</source>
        <translation>删除所有说过的内容</translation>
    </message>
    <message>
        <source>Deleted for good. Texts: {count}</source>
        <translation>已彻底删除。文字：{count} 条</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>History, recordings, timings and the conversation with a language model.</source>
        <translation>历史、录音、用时记录以及与语言模型的对话。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Not all of it could be deleted: {why}</source>
        <translation>未能全部删除：{why}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>打开文件夹：{name}</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Settings, words, commands</source>
        <translation>设置、词语、命令</translation>
    </message>
    <message>
        <source>This system does not tell which connections are open.</source>
        <translation>本系统不提供打开了哪些连接。</translation>
    </message>
    <message>
        <source>What can be made again</source>
        <translation>可重新生成的内容</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>所在位置</translation>
    </message>
    <message>
        <source>Yes, delete all of it for good</source>
        <translation>是的，全部彻底删除</translation>
    </message>
    <message>
        <source>✓ No network connection is open.</source>
        <translation>✓ 没有打开任何网络连接。</translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message>
        <source>* for anything, | between several</source>
        <translation>* 表示任意，多个用 | 隔开</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>As everywhere</source>
        <translation>与其他一致</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>How text is put in</source>
        <translation>文字输入方式</translation>
    </message>
    <message>
        <source>Key by key</source>
        <translation>逐键输入</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>None yet: everything is as everywhere.</source>
        <translation>还没有：各处一致。</translation>
    </message>
    <message>
        <source>Paste with Ctrl+Shift+V</source>
        <translation>用 Ctrl+Shift+V 粘贴</translation>
    </message>
    <message>
        <source>Paste with Ctrl+V</source>
        <translation>用 Ctrl+V 粘贴</translation>
    </message>
    <message>
        <source>Paste with Shift+Insert</source>
        <translation>用 Shift+Insert 粘贴</translation>
    </message>
    <message>
        <source>Pick a window…</source>
        <translation>选取窗口…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>What is best for it</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>✓ {app}</source>
        <translation>✓ {app}</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Are you sure?</source>
        <translation>确定吗？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Say “yes, I am sure”, or click. Anything else calls it off.</source>
        <translation>请说“确认执行”，或点击。说别的就取消。</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Dangerous commands are switched off</source>
        <translation>危险命令已关闭</translation>
    </message>
    <message>
        <source>Dangerous: say it by itself, word for word</source>
        <translation>危险命令：请单独、逐字说出</translation>
    </message>
    <message>
        <source>Kept, not typed</source>
        <translation>已保留，没有输入</translation>
    </message>
    <message>
        <source>Music or voices in the background</source>
        <translation>背景中有音乐或人声</translation>
    </message>
    <message>
        <source>No command is like that</source>
        <translation>没有这样的命令</translation>
    </message>
    <message>
        <source>No language model is switched on</source>
        <translation>没有启用语言模型</translation>
    </message>
    <message>
        <source>No speech heard</source>
        <translation>没有听到说话</translation>
    </message>
    <message>
        <source>No words heard</source>
        <translation>没有听到文字</translation>
    </message>
    <message>
        <source>Not in a language you speak</source>
        <translation>不是您说的语言</translation>
    </message>
    <message>
        <source>Not said to the assistant</source>
        <translation>不是对助手说的</translation>
    </message>
    <message>
        <source>Not sure of it, so it was not typed</source>
        <translation>把握不大，没有输入</translation>
    </message>
    <message>
        <source>Nothing done</source>
        <translation>没有执行</translation>
    </message>
    <message>
        <source>That command does not work here</source>
        <translation>这条命令在这里不可用</translation>
    </message>
    <message>
        <source>That was the assistant itself</source>
        <translation>那是助手自己的声音</translation>
    </message>
    <message>
        <source>Yes?</source>
        <translation>在，请说</translation>
    </message>
</context>
<context>
    <name>RecognitionPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>RecoveredRecordings</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>识别(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>No words were heard in it.</source>
        <translation>里面没有听到话语。</translation>
    </message>
    <message>
        <source>Nothing was left undelivered.</source>
        <translation>没有遗留未输入的录音。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Recordings that never became text</source>
        <translation>尚未变成文字的录音</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>They wait here after a crash or a failure. Read them, then copy or discard them.</source>
        <translation>崩溃或失败之后，录音保留在这里。可以识别，然后复制或丢弃。</translation>
    </message>
    <message>
        <source>{time}, {seconds} s</source>
        <translation>{time}，{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>RepairMenu</name>
    <message>
        <source>From now on write “{after}” for “{before}”</source>
        <translation>以后把“{before}”写成“{after}”</translation>
    </message>
    <message>
        <source>Replace the last text by</source>
        <translation>把上一段文字换成</translation>
    </message>
    <message>
        <source>Take the last text back</source>
        <translation>撤回上一段文字</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>After the wake phrase</source>
        <translation>说唤醒词之后</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>Asleep — say “wake up”</source>
        <translation>休眠中：说“醒来”</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>Commands only</source>
        <translation>只听命令</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation>免提</translation>
    </message>
    <message>
        <source>Hearing…</source>
        <translation>正在听…</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Left {key}</source>
        <translation>左 {key}</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>普通话</translation>
    </message>
    <message>
        <source>Microphone closed: it opens with the key</source>
        <translation>麦克风已关闭：按键时打开</translation>
    </message>
    <message>
        <source>Microphone closed: paused</source>
        <translation>麦克风已关闭：已暂停</translation>
    </message>
    <message>
        <source>Microphone closed: the screen is locked</source>
        <translation>麦克风已关闭：屏幕已锁定</translation>
    </message>
    <message>
        <source>Microphone: getting ready…</source>
        <translation>麦克风：正在准备…</translation>
    </message>
    <message>
        <source>Model: demonstration (English commands)</source>
        <translation>模型：演示（英文命令）</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>模型：{name}</translation>
    </message>
    <message>
        <source>Paused — nothing is heard</source>
        <translation>已暂停：什么都不听</translation>
    </message>
    <message>
        <source>Push-to-talk</source>
        <translation>按键说话</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Ready — begin with the wake phrase</source>
        <translation>就绪：先说唤醒词</translation>
    </message>
    <message>
        <source>Ready — hold {key} and speak</source>
        <translation>就绪：按住 {key} 说话</translation>
    </message>
    <message>
        <source>Ready — just speak</source>
        <translation>就绪：直接说话</translation>
    </message>
    <message>
        <source>Ready — say a command</source>
        <translation>就绪：请说命令</translation>
    </message>
    <message>
        <source>Right {key}</source>
        <translation>右 {key}</translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation>屏幕已锁定</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>出了问题</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Typing…</source>
        <translation>正在输入…</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>由您更改</translation>
    </message>
    <message>
        <source>Choose: {title}</source>
        <translation>选择：{title}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Reset: {title}</source>
        <translation>恢复：{title}</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Changed: {title}</source>
        <translation>已更改：{title}</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{count} settings found</source>
        <translation>找到 {count} 项设置</translation>
    </message>
</context>
<context>
    <name>Sieve</name>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Every application</source>
        <translation>所有应用程序</translation>
    </message>
    <message>
        <source>Every feeling</source>
        <translation>所有情绪</translation>
    </message>
    <message>
        <source>Every language</source>
        <translation>所有语言</translation>
    </message>
    <message>
        <source>Every outcome</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>Every sound</source>
        <translation>所有声音</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search: every word has to be in it</source>
        <translation>搜索：须包含每一个词</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>Assistant</source>
        <translation>语音助手</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>SoundStrip</name>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>停止(&amp;P)</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Did you mean: {phrases}?</source>
        <translation>您是说：{phrases}？</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>已执行：{what}</translation>
    </message>
    <message>
        <source>Ends by itself in {seconds} s</source>
        <translation>{seconds} 秒后自动结束</translation>
    </message>
    <message>
        <source>Hearing again</source>
        <translation>继续聆听</translation>
    </message>
    <message>
        <source>Hearing…</source>
        <translation>正在听…</translation>
    </message>
    <message>
        <source>Not typed</source>
        <translation>没有输入</translation>
    </message>
    <message>
        <source>Or: {text}</source>
        <translation>或者：{text}</translation>
    </message>
    <message>
        <source>Paused: the microphone is closed</source>
        <translation>已暂停：麦克风已关闭</translation>
    </message>
    <message>
        <source>Taken for: {phrase}</source>
        <translation>理解为：{phrase}</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>已输入</translation>
    </message>
    <message>
        <source>Typed into {app}</source>
        <translation>已输入到 {app}</translation>
    </message>
    <message>
        <source>Wait: the microphone is getting ready…</source>
        <translation>请稍候：麦克风正在准备…</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>Hearing again.</source>
        <translation>继续聆听。</translation>
    </message>
    <message>
        <source>History goes on.</source>
        <translation>历史记录继续保存。</translation>
    </message>
    <message>
        <source>Nothing is kept from now on.</source>
        <translation>从现在起什么都不保留。</translation>
    </message>
    <message>
        <source>Paused: the microphone is closed.</source>
        <translation>已暂停：麦克风已关闭。</translation>
    </message>
    <message>
        <source>Paused: the microphone is closed. Take the tick away in the menu to speak.</source>
        <translation>已暂停：麦克风已关闭。要说话，请在菜单中取消勾选。</translation>
    </message>
    <message>
        <source>There is an answer: “Show the answer” in the menu</source>
        <translation>有一个回答：请在菜单中选择“显示回答”</translation>
    </message>
    <message>
        <source>This recording ends by itself in {seconds} s.</source>
        <translation>本次录音将在 {seconds} 秒后自动结束。</translation>
    </message>
    <message>
        <source>{count} recordings ({seconds} s) never became text: the history window has them</source>
        <translation>有 {count} 段录音（{seconds} 秒）尚未变成文字：可在历史记录窗口中找到</translation>
    </message>
    <message>
        <source>{question} – say “yes, I am sure”, or “cancel”</source>
        <translation>{question} 请说“确认执行”，或“取消”</translation>
    </message>
    <message>
        <source>“{text}” – say “choose one”, or see the menu</source>
        <translation>“{text}”？请说“选第一个”，或打开菜单</translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Try it: what is heard</source>
        <translation>试一试：听到的话</translation>
    </message>
    <message>
        <source>What would be written of this, with the settings and words as they are now:</source>
        <translation>按现在的设置和词语，会写成：</translation>
    </message>
    <message>
        <source>um I I I said it is twenty five comma right</source>
        <translation>嗯我我我说是二十五逗号对吧</translation>
    </message>
</context>
<context>
    <name>TranscribeWindow</name>
    <message>
        <source>&amp;Choose files…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Export as</source>
        <translation>导出为(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Drop recordings here, of any length. They stay on this computer.</source>
        <translation>把录音拖到这里，长短不限。它们只留在这台电脑上。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>JSON with everything</source>
        <translation>包含全部信息的 JSON</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Recordings ({kinds})</source>
        <translation>录音 ({kinds})</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Subtitles (SubRip)</source>
        <translation>字幕 (SubRip)</translation>
    </message>
    <message>
        <source>Subtitles (WebVTT)</source>
        <translation>字幕 (WebVTT)</translation>
    </message>
    <message>
        <source>Table with times</source>
        <translation>带时间的表格</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Transcribe files</source>
        <translation>转写文件</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>stopped at {part}</source>
        <translation>停在 {part}</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Assistant</source>
        <translation>语音助手</translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>&amp;Talk without the key</source>
        <translation>不用按键说话(&amp;T)</translation>
    </message>
    <message>
        <source>Click into the box, press the button below, and say:</source>
        <translation>点一下文本框，按下面的按钮，然后说：</translation>
    </message>
    <message>
        <source>Hearing…</source>
        <translation>正在听…</translation>
    </message>
    <message>
        <source>Hold {key}, say anything, in any of its languages, and let go.</source>
        <translation>按住 {key}，用它支持的任何语言说任何话，然后松开。</translation>
    </message>
    <message>
        <source>Hold {key}, say one of these, and let go:</source>
        <translation>按住 {key}，说下面的一句（英语），然后松开：</translation>
    </message>
    <message>
        <source>It heard “{text}”, but was not sure enough to type it. Say it again, a little slower.</source>
        <translation>听到的是“{text}”，但把握不够，没有输入。请再说一遍，慢一点。</translation>
    </message>
    <message>
        <source>It works: your words went from the microphone into this box.</source>
        <translation>成功了：您的话已从麦克风来到这个文本框里。</translation>
    </message>
    <message>
        <source>No words were heard. Speak after the key is down, and closer.</source>
        <translation>没有听到话语。请按下按键之后再说，靠近一些。</translation>
    </message>
    <message>
        <source>S&amp;top talking</source>
        <translation>说完了(&amp;T)</translation>
    </message>
    <message>
        <source>That was a command. Say something to be typed.</source>
        <translation>这是一条命令。请说要输入的话。</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Your words appear here</source>
        <translation>您的话会出现在这里</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>&amp;Bring back</source>
        <translation>撤销删除(&amp;B)</translation>
    </message>
    <message>
        <source>Deleted: {count}. Gone for good in {left} s.</source>
        <translation>已删除 {count} 条，{left} 秒后无法恢复。</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>The recording as a picture</source>
        <translation>录音波形</translation>
    </message>
</context>
<context>
    <name>WordEditor</name>
    <message>
        <source>All lines make sense. Not saved yet.</source>
        <translation>每一行都有效。尚未保存。</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save {title}</source>
        <translation>保存{title}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 处</translation>
    </message>
    <message>
        <source>line {number}: {why}</source>
        <translation>第 {number} 行：{why}</translation>
    </message>
    <message>
        <source>{title} as it was</source>
        <translation>还原{title}</translation>
    </message>
</context>
<context>
    <name>WordEditors</name>
    <message>
        <source>/regular expression/ =&gt; text, from top to bottom</source>
        <translation>/正则表达式/ =&gt; 文字，自上而下</translation>
    </message>
    <message>
        <source>Names and terms</source>
        <translation>人名与术语</translation>
    </message>
    <message>
        <source>One a line, as it should be written: Kubernetes, Kaldi :3.5, Claude | cloud code</source>
        <translation>每行一个，照应写的样子：Kubernetes、Kaldi :3.5、Claude | cloud code</translation>
    </message>
    <message>
        <source>Replacements</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>您自己的词语</translation>
    </message>
    <message>
        <source>what is heard =&gt; what is written</source>
        <translation>听到的 =&gt; 写成的</translation>
    </message>
    <message>
        <source>what is said alone =&gt; what is written, with {date}, {time}, {clipboard}</source>
        <translation>单独说出的 =&gt; 写成的，可用 {date}、{time}、{clipboard}</translation>
    </message>
</context>
</TS>
